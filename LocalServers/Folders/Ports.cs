using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace LocalServers.Folders;

/// <summary>Ports on the loopback address.</summary>
public static class Ports
{
    // Below the range that the kernel takes outgoing connections from (32768 and up), so that a kept port stays free while nobody listens.
    private const int First = 20_000, End = 32_000;

    /// <summary>A port that nobody listens on, drawn at random so that programs that start together seldom draw the same.</summary>
    public static int Free()
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var port = Random.Shared.Next(First, End);
            if (IsFree(port)) return port;
        }
        throw new ServerException($"No free port was found between {First} and {End}.");
    }

    /// <summary>Whether the port can be listened on now.</summary>
    public static bool IsFree(int port)
    {
        // A listener on all addresses does not always stop another one on loopback: look first, then try.
        if (IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(listener => listener.Port == port)) return false;
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
