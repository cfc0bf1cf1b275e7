using System.Net.Sockets;
using System.Text;

namespace Gateway.Tests;

/// <summary>Requests byte by byte, for those that no well-behaved client sends.</summary>
internal static class RawHttp
{
    /// <summary>Sends the bytes and reads until the server closes.</summary>
    public static async Task<string> SendAsync(Uri server, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Host, server.Port);
        await using var stream = socket.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        }
        catch (IOException)
        {
            // The server may answer and close before it has read everything.
        }
        return await ReadAsync(stream);
    }

    /// <summary>Reads until the server closes or resets the connection.</summary>
    public static async Task<string> ReadAsync(NetworkStream stream)
    {
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer).WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (IOException)
        {
            // A reset is an answer too; what came before it counts.
        }
        return Encoding.Latin1.GetString(answer.ToArray());
    }

    public static async Task<string> ReadTextAsync(this HttpResponseMessage response) => await response.Content.ReadAsStringAsync();
}
