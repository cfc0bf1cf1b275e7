using System.Security.Cryptography;
using System.Text;

namespace Contracts;

/// <summary>
/// Identities of the demonstration data. They are computed from the names, so that a service knows another's seeded noun
/// without asking: the identity service signs in the manager of <c>F01</c> before the enterprise service has seeded it.
/// </summary>
public static class SeedIds
{
    /// <summary>Identity of a seeded need.</summary>
    /// <param name="name">Its name in the seed, such as <c>B01</c>.</param>
    public static Guid Need(string name) => Of("need", name);

    /// <summary>Identity of a seeded enterprise.</summary>
    /// <param name="name">Its name in the seed, such as <c>F01</c>.</param>
    public static Guid Enterprise(string name) => Of("enterprise", name);

    /// <summary>Identity of a seeded offer.</summary>
    /// <param name="enterprise">The enterprise's name in the seed, such as <c>F01</c>.</param>
    /// <param name="number">The offer's number within it, from 1.</param>
    public static Guid Offer(string enterprise, int number) => Of("offer", $"{enterprise}/{number}");

    /// <summary>A UUID version 8 (RFC 9562 section 5.8) from the first 16 bytes of a SHA-256 hash.</summary>
    /// <param name="noun">What is identified, such as <c>article</c>.</param>
    /// <param name="name">Its name in the seed.</param>
    public static Guid Of(string noun, string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"seed:{noun}:{name}"), hash);
        hash[6] = (byte)(0x80 | (hash[6] & 0x0F));
        hash[8] = (byte)(0x80 | (hash[8] & 0x3F));
        return new Guid(hash[..16], bigEndian: true);
    }
}
