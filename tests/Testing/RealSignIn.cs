using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;
using Xunit;

namespace Testing;

/// <summary>What the token endpoint answers.</summary>
/// <param name="AccessToken">For the services, ten minutes.</param>
/// <param name="RefreshToken">For one renewal.</param>
/// <param name="IdToken">Who signed in.</param>
public sealed record SignedIn(string AccessToken, string? RefreshToken, string? IdToken);

/// <summary>
/// Signs in as a person does: authorization request with PKCE, the form, the code, the token. It works through the gateway and needs the
/// people and the client <c>journey</c> that exist in Development only.
/// </summary>
public static partial class RealSignIn
{
    /// <summary>The password of every person of Development.</summary>
    public const string Password = "Natverket-2026";

    /// <summary>The client that scripts and tests sign in by.</summary>
    public const string Client = "journey";

    /// <summary>Where its code is sent. Nobody answers there; the code is read from the redirect.</summary>
    public const string Redirect = "http://127.0.0.1/journey";

    private static readonly string AllScopes = string.Join(' ', new[] { "openid", "profile", "offline_access" }.Concat(
        new[] { "municipalities", "enterprises", "matchmaking", "knowledge" }.SelectMany(service => new[] { $"{service}:read", $"{service}:write" })));

    /// <summary>An access token for that person.</summary>
    /// <param name="gateway">The gateway's address, such as <c>http://localhost:8080</c>.</param>
    /// <param name="userName">Such as <c>malmo.utvecklingsledare</c>.</param>
    public static async Task<string> AccessTokenAsync(Uri gateway, string userName)
    {
        using var browser = Browser(gateway);
        return (await SignInAsync(browser, userName)).AccessToken;
    }

    /// <summary>A client that keeps cookies and shows redirects.</summary>
    public static HttpClient Browser(Uri gateway) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = gateway };

    /// <summary>Signs in with a browser of one's own.</summary>
    /// <param name="browser">Keeps cookies, follows no redirects.</param>
    /// <param name="userName">Such as <c>malmo.utvecklingsledare</c>.</param>
    /// <param name="scope">Space-separated; all when not given.</param>
    public static async Task<SignedIn> SignInAsync(HttpClient browser, string userName, string? scope = null)
    {
        var verifier = Verifier();
        var page = await browser.GetAsync(AuthorizeAddress(verifier, scope));
        if (page.StatusCode is HttpStatusCode.Redirect && page.Headers.Location!.OriginalString.StartsWith("/identity/login", StringComparison.Ordinal))
            page = await browser.GetAsync((await SubmitAsync(browser, page.Headers.Location.OriginalString, userName, Password)).Headers.Location);
        Assert.True(page.StatusCode == HttpStatusCode.Redirect, $"No code: {(int)page.StatusCode} {await page.Content.ReadAsStringAsync()}");
        var answer = HttpUtility.ParseQueryString(page.Headers.Location!.Query);
        Assert.True(answer["code"] is not null, $"No code: {page.Headers.Location}");
        return await RedeemAsync(browser, answer["code"]!, verifier);
    }

    /// <summary>The address that starts a sign-in.</summary>
    /// <param name="verifier">From <see cref="Verifier"/>.</param>
    /// <param name="scope">Space-separated; all when not given.</param>
    public static string AuthorizeAddress(string verifier, string? scope = null)
    {
        var challenge = Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        return $"/identity/connect/authorize?response_type=code&client_id={Client}&redirect_uri={Uri.EscapeDataString(Redirect)}" +
            $"&scope={Uri.EscapeDataString(scope ?? AllScopes)}&code_challenge={challenge}&code_challenge_method=S256&state=s";
    }

    /// <summary>A fresh PKCE verifier (RFC 7636).</summary>
    public static string Verifier() => Base64Url(RandomNumberGenerator.GetBytes(32));

    /// <summary>Fills in the sign-in form and sends it.</summary>
    /// <param name="browser">Keeps cookies, follows no redirects.</param>
    /// <param name="formAddress">Where the form is, with its <c>returnUrl</c>.</param>
    /// <param name="userName">What is typed as name.</param>
    /// <param name="password">What is typed as password.</param>
    public static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, string formAddress, string userName, string password)
    {
        var fields = HiddenField().Matches(await browser.GetStringAsync(formAddress))
            .ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(fields) { ["userName"] = userName, ["password"] = password });
        return await browser.PostAsync("/identity/login", form);
    }

    /// <summary>Exchanges the code.</summary>
    public static async Task<SignedIn> RedeemAsync(HttpClient client, string code, string verifier) =>
        await ReadTokensAsync(await TokenAsync(client, ("grant_type", "authorization_code"), ("client_id", Client), ("redirect_uri", Redirect), ("code", code), ("code_verifier", verifier)));

    /// <summary>Asks the token endpoint.</summary>
    public static async Task<HttpResponseMessage> TokenAsync(HttpClient client, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync("/identity/connect/token", form);
    }

    /// <summary>The tokens of an answer that has them.</summary>
    public static async Task<SignedIn> ReadTokensAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"No token: {(int)response.StatusCode} {text}");
        var json = JsonDocument.Parse(text).RootElement;
        string? Text(string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
        return new SignedIn(Text("access_token")!, Text("refresh_token"), Text("id_token"));
    }

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}
