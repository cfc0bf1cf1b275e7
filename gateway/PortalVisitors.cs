using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Gateway;

/// <summary>
/// The portal reads the APIs for everybody who visits it, from one address. So that its visitors do not share one client's part, it says for
/// whom it reads, and proves that it is the portal by a key that both have from configuration (<c>Edge:VisitorKey</c>). Without a key in
/// configuration, or with another, nobody is believed. Neither header goes further.
/// </summary>
internal static class PortalVisitors
{
    public const string VisitorHeader = "X-Visitor";
    public const string KeyHeader = "X-Visitor-Key";

    /// <summary>The visitor's address, or null when the request is not the portal's.</summary>
    public static IPAddress? Of(HttpContext context)
    {
        if (context.Request.Headers[KeyHeader].ToString() is not { Length: > 0 } told) return null;
        var key = context.RequestServices.GetRequiredService<IConfiguration>()["Edge:VisitorKey"];
        return key is { Length: > 0 } && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(told))
            && IPAddress.TryParse(context.Request.Headers[VisitorHeader].ToString(), out var visitor) ? visitor : null;
    }
}
