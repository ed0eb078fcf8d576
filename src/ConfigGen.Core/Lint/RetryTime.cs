namespace ConfigGen.Core.Lint;

/// <summary>How long TCP goes on trying, from the number of retransmissions.</summary>
internal static class RetryTime
{
    /// <summary>Seconds until a SYN or SYN-ACK is given up: the timeout starts at 1 second and doubles after each retransmission, behind <paramref name="linear"/> timeouts of 1 second.</summary>
    /// <remarks>Source: ip-sysctl.rst, tcp_syn_retries (6: 127 s, and 131 s with tcp_syn_linear_timeouts = 4) and tcp_synack_retries (5: 63 s).</remarks>
    public static long Handshake(int retries, int linear) => linear + (1L << (retries + 1)) - 1;

    /// <summary>Tenths of a second until an established connection is given up at best: the timeout starts at 0.2 seconds and doubles.</summary>
    /// <remarks>Source: ip-sysctl.rst, tcp_retries2. Holds for up to 9 retransmissions; later timeouts are capped at 120 s.</remarks>
    public static long EstablishedTenths(int retries) => 2 * ((1L << (retries + 1)) - 1);
}
