using Microsoft.AspNetCore.DataProtection;
using System.Security.Cryptography;

namespace Portal.Session;

/// <summary>A sentence for the next page that the same browser sees: what a form that has just been sent led to.</summary>
public sealed class Flash(IHttpContextAccessor accessor, IDataProtectionProvider protection)
{
    private const string Cookie = "portal-said";
    private readonly IDataProtector protector = protection.CreateProtector("portal-flash");

    /// <summary>Leaves the sentence.</summary>
    public void Say(string text) => accessor.HttpContext?.Response.Cookies.Append(Cookie, protector.Protect(text), Options(TimeSpan.FromMinutes(1)));

    /// <summary>Takes the sentence, once.</summary>
    public string? Take()
    {
        if (accessor.HttpContext is not { } context || context.Request.Cookies[Cookie] is not { } left) return null;
        if (!context.Response.HasStarted) context.Response.Cookies.Delete(Cookie, Options(null));
        try
        {
            return protector.Unprotect(left);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private CookieOptions Options(TimeSpan? life) =>
        new() { MaxAge = life, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = accessor.HttpContext!.Request.IsHttps, IsEssential = true };
}
