using ConfigGen.Core.Import;

namespace ConfigGen.Tests.Import;

public sealed class OtherImportTests
{
    [Fact]
    public void A_script_gives_what_it_writes()
    {
        var result = ImportCases.Import("setup.sh", """
            #!/bin/bash
            set -e
            cat >> /etc/sysctl.conf << 'EOF'
            # bursts
            net.core.somaxconn = 16384
            EOF
            echo "vm.swappiness = 10" | sudo tee -a /etc/sysctl.d/99-vm.conf
            echo 'vm.vfs_cache_pressure=50' >> /etc/sysctl.conf
            sysctl -w net.ipv4.tcp_fin_timeout=30 kernel.sysrq=0
            echo 1 > /proc/sys/net/ipv4/ip_forward
            echo "
            kernel.panic = 10
            kernel.panic_on_oops = 1
            " > /etc/sysctl.d/50-panic.conf
            if [ -f /etc/x ]; then
              echo "fs.file-max = 500000" >> /etc/sysctl.conf
            fi
            echo "vm.dirty_ratio = $RATIO" >> /etc/sysctl.conf
            apt-get install -y foo
            sysctl -p
            """);

        Assert.Equal(
            ["fs.file-max = 500000", "kernel.panic = 10", "kernel.panic_on_oops = 1", "kernel.sysrq = 0", "net.core.somaxconn = 16384", "net.ipv4.ip_forward = 1", "net.ipv4.tcp_fin_timeout = 30", "vm.swappiness = 10", "vm.vfs_cache_pressure = 50"],
            result.Settings());
        Assert.Equal("bursts", result.Reason("net.core.somaxconn"));
        Assert.Contains("16:CG7010", result.Codes());
        Assert.Contains("18:CG7003", result.Codes());
        Assert.Contains("19:CG7002", result.Codes());
        Assert.Contains(result.Findings, f => f.Message.StartsWith("Lines 2, 15, 17, 20 steer the script", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Codes(), c => c.EndsWith("CG7001", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cat >> /etc/sysctl.conf << EOF\nnet.core.somaxconn = 16384\nEOF # done\nsysctl -p\n")]
    [InlineData("cat >> /etc/sysctl.conf << EOF\nnet.core.somaxconn = 16384\n")]
    public void Half_a_here_document_is_an_error_and_its_lines_are_there(string script)
    {
        var result = ImportCases.Import("a.sh", script);

        Assert.Contains("1:CG7009", result.Codes());
        Assert.Equal(["net.core.somaxconn = 16384"], result.Settings());
    }

    [Fact]
    public void A_list_without_the_start_of_its_here_document_is_not_guessed_at()
    {
        var result = ImportCases.Import("a.sh", "cat >> /etc/sysctl.conf\nnet.core.somaxconn = 16384\nEOF\n");

        Assert.Contains("1:CG7009", result.Codes());
        Assert.Contains("2:CG7002", result.Codes());
        Assert.Equal(0, result.Kept);
    }

    [Fact]
    public void The_last_file_by_name_wins_and_files_win_over_commands()
    {
        var result = ImportCases.Import("a.sh", "echo vm.swappiness=1 >> /etc/sysctl.d/99-a.conf\necho vm.swappiness=2 >> /etc/sysctl.d/10-b.conf\nsysctl -w vm.swappiness=3\n");

        Assert.Equal(["vm.swappiness = 1"], result.Settings());
    }

    [Fact]
    public void A_here_document_may_be_a_drop_in()
    {
        var result = ImportCases.Import("a.sh", "cat > /etc/systemd/system/nginx.service.d/limits.conf <<EOF\n[Service]\nLimitNOFILE=65536\nEOF\n");

        Assert.Equal(["nginx.service [Service] LimitNOFILE=65536"], result.Directives());
    }

    [Fact]
    public void A_drop_in_keeps_its_values_to_the_letter()
    {
        var result = ImportCases.Import("/etc/systemd/system/nginx.service.d/override.conf", "[Service]\n# more files\nLimitNOFILE=65536:524288\n\n# started otherwise\nExecStart=\nExecStart=/usr/bin/x --a=\"b c\" \\\n  %i ${HOME}\nRestart=no\nEnvironment=A=null\nFoo\n");

        Assert.Equal(
            ["nginx.service [Service] Environment=A=null", "nginx.service [Service] ExecStart=", "nginx.service [Service] ExecStart=/usr/bin/x --a=\"b c\"    %i ${HOME}", "nginx.service [Service] LimitNOFILE=65536:524288", "nginx.service [Service] Restart=no"],
            result.Directives());
        Assert.Equal(["11:CG7002"], result.Codes());
        Assert.Contains("      # started otherwise\n      ExecStart: [\"\", ", result.Spec, StringComparison.Ordinal);
        Assert.Contains("LimitNOFILE: {value: \"65536:524288\", reason: \"more files\"}", result.Spec, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_whole_unit_only_that_is_taken_which_a_drop_in_may_say_again()
    {
        var result = ImportCases.Import("/etc/systemd/system/app.socket", "[Unit]\nDescription=x\n[Socket]\nListenStream=80\nBacklog=4096\n[Install]\nWantedBy=sockets.target\n");

        Assert.Equal(["app.socket [Socket] Backlog=4096"], result.Directives());
        Assert.Equal(["2:CG7008", "4:CG7008", "7:CG7008"], result.Codes());
    }

    [Fact]
    public void A_drop_in_of_an_unknown_unit_is_an_error() =>
        Assert.Equal(["1:CG7001"], ImportCases.Import("limits.conf", "[Service]\nLimitNOFILE=65536\n").Codes());

    [Fact]
    public void The_output_of_systemctl_cat_says_which_unit_it_is() =>
        Assert.Equal(["nginx.service [Service] LimitNOFILE=65536"], ImportCases.Import("<stdin>", "# /etc/systemd/system/nginx.service.d/a.conf\n[Service]\nLimitNOFILE=65536\n").Directives());

    [Fact]
    public void A_profile_has_variables_modifiers_and_other_plugins()
    {
        var result = ImportCases.Import("x/tuned.conf", """
            [main]
            summary=Database servers
            include=throughput-performance
            [variables]
            swap=10
            [sysctl]
            vm.swappiness=${swap}
            net.core.somaxconn=>4096
            vm.dirty_writeback_centisecs=<300
            kernel.panic = 10  # reboot by itself
            kernel.sysrq=${f:exec:echo:1}
            [vm]
            dirty_bytes=40%
            dirty_background_bytes=67108864
            transparent_hugepages=never
            [cpu]
            governor=performance
            """);

        Assert.Equal(["kernel.panic = 10", "net.core.somaxconn = 4096 | (nothing)", "vm.dirty_background_bytes = 67108864", "vm.dirty_ratio = 40", "vm.swappiness = 10"], result.Settings().Select(s => s.Replace("net.core.somaxconn = (nothing)", "net.core.somaxconn = 4096 | (nothing)", StringComparison.Ordinal)));
        Assert.Contains("net.core.somaxconn: {at_least: 4096}\n", result.Spec, StringComparison.Ordinal);
        Assert.Contains("description: \"Database servers\"\n", result.Spec, StringComparison.Ordinal);
        Assert.Equal("reboot by itself", result.Reason("kernel.panic"));
        Assert.Equal(["3:CG7013", "9:CG7008", "11:CG7003", "15:CG7008", "17:CG7008"], result.Codes());
    }

    [Fact]
    public void A_least_value_that_only_a_host_can_decide_is_left_to_the_role()
    {
        var result = ImportCases.Import("ubuntu-24.04", ("my-db/tuned.conf", "[sysctl]\nnet.core.somaxconn=>2048\n"));

        Assert.EndsWith("  net.core.somaxconn: {at_least: 2048}\n\noutputs:\n  # at_least raises only what is lower: where that shows on the host alone, the role decides there.\n  ansible: {role: imported_tuning}\n", result.Spec, StringComparison.Ordinal);
        Assert.Empty(result.Codes());
    }

    [Fact]
    public void A_line_of_a_template_is_told_as_such() =>
        Assert.Equal(["2:CG7003"], ImportCases.Import("99-x.conf", "vm.swappiness = 10\n{{ key }} = 1\n").Codes());

    [Fact]
    public void An_included_profile_that_is_at_hand_goes_first()
    {
        var request = ImportCases.Request("debian-12") with
        {
            Include = (name, _) => name == "base" ? new Core.Text.SourceText("base/tuned.conf", "[sysctl]\nvm.swappiness=60\nkernel.panic=5\n") : null,
        };
        var result = Importer.Import([new ImportFile(new Core.Text.SourceText("own/tuned.conf", "[main]\ninclude=base\n[sysctl]\nvm.swappiness=10\n"), "own/tuned.conf")], request);

        Assert.Equal(["kernel.panic = 5", "vm.swappiness = 10"], result.Settings());
        Assert.Contains("CG7004", result.Findings.Select(f => f.Code.Id));
    }

    [Theory]
    [InlineData("sysctl_settings:\n  net.core.somaxconn: 4096\n  vm.swappiness: \"10\"  # less\n")]
    [InlineData("- hosts: all\n  vars:\n    x:\n      - {name: net.core.somaxconn, value: 4096}\n      - {name: vm.swappiness, value: 10}\n")]
    [InlineData("- name: Tune\n  ansible.posix.sysctl:\n    name: \"{{ item.key }}\"\n    value: \"{{ item.value }}\"\n  with_dict:\n    net.core.somaxconn: 4096\n    vm.swappiness: 10\n")]
    [InlineData("- name: Tune\n  sysctl:\n    name: \"{{ item.name }}\"\n    value: \"{{ item.value | string }}\"\n    state: present\n  loop:\n    - name: net.core.somaxconn\n      value: 4096\n    - {name: vm.swappiness, value: 10}\n")]
    [InlineData("- hosts: all\n  vars:\n    tuning: {net.core.somaxconn: 4096, vm.swappiness: 10}\n  tasks:\n    - ansible.posix.sysctl: {name: \"{{ item.key }}\", value: \"{{ item.value }}\"}\n      loop: \"{{ tuning | dict2items }}\"\n")]
    [InlineData("- hosts: all\n  tasks:\n    - block:\n        - ansible.posix.sysctl: {name: net.core.somaxconn, value: 4096}\n        - ansible.builtin.copy:\n            dest: /etc/sysctl.d/60-a.conf\n            content: |\n              # less\n              vm.swappiness = 10\n")]
    [InlineData("- sysctl: name={{ item.key }} value=\"{{ item.value }}\" state=present\n  with_dict: {net.core.somaxconn: 4096, vm.swappiness: 10}\n")]
    [InlineData("- sysctl: name=net.core.somaxconn value=4096\n- action: x\n- sysctl: {name: vm.swappiness, value: 10}\n")]
    [InlineData("sysctl_list:\n  - net.core.somaxconn=4096\n  - vm.swappiness = 10\n")]
    [InlineData("write_files:\n  - path: /etc/sysctl.d/60-a.conf\n    content: |\n      net.core.somaxconn = 4096\n      vm.swappiness = 10\n")]
    [InlineData("storage:\n  files:\n    - path: /etc/sysctl.d/60-a.conf\n      contents:\n        source: data:,net.core.somaxconn%20%3D%204096%0Avm.swappiness%20%3D%2010%0A\n")]
    [InlineData("storage:\n  files:\n    - path: /etc/sysctl.d/60-a.conf\n      contents:\n        source: data:text/plain;charset=utf-8;base64,bmV0LmNvcmUuc29tYXhjb25uID0gNDA5Ngp2bS5zd2FwcGluZXNzID0gMTAK\n")]
    [InlineData("machine:\n  sysctls:\n    net.core.somaxconn: \"4096\"\n    vm.swappiness: \"10\"\n")]
    public void Yaml_gives_its_settings_in_whatever_shape(string yaml)
    {
        var result = ImportCases.Import("main.yml", yaml.Replace("4096", "4097", StringComparison.Ordinal).Replace("NDA5Ngp", "NDA5Nwp", StringComparison.Ordinal));

        Assert.Equal(["net.core.somaxconn = 4097", "vm.swappiness = 10"], result.Settings());
        Assert.Equal(0, result.Left);
    }

    [Fact]
    public void Booleans_templates_and_absent_entries_are_told()
    {
        var result = ImportCases.Import("main.yml", "a:\n  net.ipv4.ip_forward: yes\n  vm.swappiness: \"{{ swap }}\"\n  kernel.panic: \"{{ after }}\"\nafter: 10\nb:\n  - {name: kernel.sysrq, value: 0, state: absent}\n");

        Assert.Equal(["kernel.panic = 10", "net.ipv4.ip_forward = 1"], result.Settings());
        Assert.Equal(["2:CG7014", "3:CG7003", "5:CG7014", "7:CG7008"], result.Codes());
    }

    [Fact]
    public void What_belongs_to_a_container_stays_there()
    {
        var result = ImportCases.Import("compose.yaml", "services:\n  web:\n    image: nginx\n    sysctls:\n      net.core.somaxconn: 1024\n");

        Assert.Contains("5:CG7011", result.Codes());
        Assert.Equal(0, result.Kept);
    }

    [Theory]
    [InlineData("- shell: |\n    echo 1 > /proc/sys/vm/drop_caches\n", "1:CG7002")]
    [InlineData("- command: sysctl -w vm.swappiness=10\n", "1:CG7014")]
    [InlineData("- template: {src: a.j2, dest: /etc/sysctl.d/50.conf}\n", "1:CG7013")]
    [InlineData("- sysctl: {name: vm.swappiness, value: 10}\n  loop: \"{{ others }}\"\n", "1:CG7003")]
    public void Other_ways_of_a_task_are_taken_or_told(string yaml, string code) => Assert.Contains(code, ImportCases.Import("tasks/main.yml", yaml).Codes());

    [Fact]
    public void A_condition_of_a_task_is_told()
    {
        var result = ImportCases.Import("tasks/main.yml", "- ansible.posix.sysctl:\n    name: vm.swappiness\n    value: 10\n  when: ansible_os_family == 'Debian'\n");

        Assert.Equal(["vm.swappiness = 10"], result.Settings());
        Assert.Equal(["4:CG7010"], result.Codes());
    }
}
