using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using System.Security.Cryptography;

namespace Portal.Session;

/// <summary>What the cookie refers to: who is signed in, and the tokens, which never leave the server. The cookie holds a random key only.</summary>
internal sealed class Tickets(ISessionStore store, IDataProtectionProvider protection, TimeProvider clock) : ITicketStore
{
    /// <summary>The property of a ticket with its own key.</summary>
    public const string Key = ".key";

    private static readonly TimeSpan Longest = TimeSpan.FromHours(10);
    private readonly IDataProtector protector = protection.CreateProtector("portal-session");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await RenewAsync(key, ticket);
        return key;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        ticket.Properties.Items[Key] = key;
        return store.Write(key, protector.Protect(TicketSerializer.Default.Serialize(ticket)), ticket.Properties.ExpiresUtc ?? clock.GetUtcNow() + Longest);
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (await store.Read(key) is not { } bytes) return null;
        try
        {
            return TicketSerializer.Default.Deserialize(protector.Unprotect(bytes));
        }
        catch (CryptographicException)
        {
            // Written under keys that are gone: that session is over.
            return null;
        }
    }

    public Task RemoveAsync(string key) => store.Remove(key);
}
