using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Text;

public sealed class SecretsTests
{
    [Theory]
    [InlineData("DB_PASSWORD=hunter22", "DB_PASSWORD=********")]
    [InlineData("Environment=A=1 db_password=hunter22 B=2", "Environment=A=1 db_password=******** B=2")]
    [InlineData("Environment=\"TOKEN=two words\" B=2", "Environment=\"TOKEN=*********\" B=2")]
    [InlineData("TOKEN=\"two words\" B=2", "TOKEN=*********** B=2")]
    [InlineData("'API_KEY=two words'", "'API_KEY=*********'")]
    [InlineData("Environment: [DB_PASSWORD=one22, X_SECRET=two22]", "Environment: [DB_PASSWORD=****** X_SECRET=******")]
    [InlineData("URL=postgres://me:word@host/db", "URL=postgres://me:****@host/db")]
    [InlineData("PROXY_TOKEN=http://me:word@host", "PROXY_TOKEN=*******************")]
    [InlineData("URL=https://host:8080/@x", "URL=https://host:8080/@x")]
    [InlineData("DB_PASSWORD=/run/secret", "DB_PASSWORD=/run/secret")]
    [InlineData("DB_PASSWORD=${FROM_FILE}", "DB_PASSWORD=${FROM_FILE}")]
    [InlineData("DB_PASSWORD={{ password }}", "DB_PASSWORD={{ password }}")]
    [InlineData("ALLOW_EMPTY_PASSWORD=yes", "ALLOW_EMPTY_PASSWORD=yes")]
    [InlineData("USE_TOKEN=true", "USE_TOKEN=true")]
    [InlineData("DB_PASSWORD_FILE=abcdef", "DB_PASSWORD_FILE=abcdef")]
    [InlineData("net.core.somaxconn = 8192", "net.core.somaxconn = 8192")]
    [InlineData("", "")]
    public void Values_that_look_like_secrets_are_masked_in_place(string text, string masked)
    {
        Assert.Equal(masked, Secrets.Mask(text));
        Assert.Equal(masked == text ? null : Secrets.NameOfFirst(text), Secrets.NameOfFirst(text));
    }

    [Theory]
    [InlineData("A=1 DB_PASSWORD=hunter22", "DB_PASSWORD")]
    [InlineData("URL=amqp://me:word@host", "URL")]
    [InlineData("URL=amqp://host", null)]
    public void The_name_of_the_first_is_told(string text, string? name) => Assert.Equal(name, Secrets.NameOfFirst(text));
}
