using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Knowledge.Follow;

/// <summary>Tokens of links that work without signing in: who, for what, and a signature (HMAC-SHA256) by the person's own secret.</summary>
internal static class FollowToken
{
    public const string Stop = "stop", Feed = "feed", Address = "address";

    public static string Of(Follower follower, string purpose) =>
        $"{Base64Url.EncodeToString(follower.Id.ToByteArray())}.{purpose}.{Base64Url.EncodeToString(Sign(follower, purpose))}";

    /// <summary>The person, when the token is whole and for that purpose.</summary>
    public static async Task<Follower?> Read(string? token, string purpose, KnowledgeDb db, CancellationToken stop)
    {
        if (token?.Split('.') is not [var who, var what, var signature] || what != purpose) return null;
        byte[] id, signed;
        try
        {
            (id, signed) = (Base64Url.DecodeFromChars(who), Base64Url.DecodeFromChars(signature));
        }
        catch (FormatException)
        {
            return null;
        }
        if (id.Length != 16) return null;
        var key = new Guid(id);
        var follower = await db.Followers.SingleOrDefaultAsync(f => f.Id == key, stop);
        return follower is not null && CryptographicOperations.FixedTimeEquals(Sign(follower, purpose), signed) ? follower : null;
    }

    // An address is confirmed by a token that only the mail to it has, so the address is signed too.
    private static byte[] Sign(Follower follower, string purpose) => HMACSHA256.HashData(
        purpose == Feed ? follower.FeedSecret : follower.MailSecret, Encoding.UTF8.GetBytes(purpose == Address ? $"{purpose}:{follower.PendingEmail}" : purpose));
}
