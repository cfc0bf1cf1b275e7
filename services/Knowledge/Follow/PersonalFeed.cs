using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Knowledge.Follow;

/// <summary>The same events for feed readers, which cannot sign in: the address itself is the key.</summary>
internal static class PersonalFeed
{
    private const int Most = 50;
    private static readonly XNamespace Ns = "http://www.w3.org/2005/Atom";

    /// <summary>Atom (RFC 4287).</summary>
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Atom(
        string token, KnowledgeDb db, IConfiguration configuration, HttpResponse response, CancellationToken stop)
    {
        var (follower, items) = await Read(token, db, response, stop);
        if (follower is null) return FollowErrors.BadToken.Result();
        var url = GetFollowing.PublicUrl(configuration);
        var feed = new XElement(Ns + "feed",
            new XElement(Ns + "id", $"urn:uuid:{follower.Id}"), new XElement(Ns + "title", "Nätverket: bevakningar"), new XElement(Ns + "updated", Time(items.Count > 0 ? items[0].OccurredAt : DateTimeOffset.UnixEpoch)),
            new XElement(Ns + "author", new XElement(Ns + "name", "Nätverket")), new XElement(Ns + "link", new XAttribute("href", $"{url}/bevakningar")),
            items.Select(item => new XElement(Ns + "entry",
                new XElement(Ns + "id", $"urn:uuid:{item.Id}"), new XElement(Ns + "title", $"{item.What}: {Clean(item.Title)}"), new XElement(Ns + "updated", Time(item.OccurredAt)),
                new XElement(Ns + "link", new XAttribute("href", url + item.Path)), new XElement(Ns + "category", new XAttribute("term", item.Kind)))));
        return TypedResults.Content($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}", "application/atom+xml", Encoding.UTF8);
    }

    /// <summary>JSON Feed 1.1.</summary>
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Json(
        string token, KnowledgeDb db, IConfiguration configuration, HttpResponse response, CancellationToken stop)
    {
        var (follower, items) = await Read(token, db, response, stop);
        if (follower is null) return FollowErrors.BadToken.Result();
        var url = GetFollowing.PublicUrl(configuration);
        return TypedResults.Content(JsonSerializer.Serialize(new
        {
            version = "https://jsonfeed.org/version/1.1",
            title = "Nätverket: bevakningar",
            language = "sv",
            home_page_url = $"{url}/bevakningar",
            items = items.Select(item => new { id = item.Id, url = url + item.Path, title = item.Title, content_text = item.What, date_published = Time(item.OccurredAt), tags = new[] { item.Kind } }),
        }), "application/feed+json", Encoding.UTF8);
    }

    /// <summary>Makes the old addresses end.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Renew(CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        if (!Discussions.Writer.IsMember(user)) return FollowErrors.NotAPerson.Result();
        var follower = await Follower.Of(user, db, stop);
        follower.FeedSecret = RandomNumberGenerator.GetBytes(32);
        await db.SaveChangesAsync(stop);
        return TypedResults.NoContent();
    }

    private static async Task<(Follower?, List<ListNotifications.Item>)> Read(string token, KnowledgeDb db, HttpResponse response, CancellationToken stop)
    {
        response.Headers.CacheControl = "private, max-age=300";
        if (await FollowToken.Read(token, FollowToken.Feed, db, stop) is not { } follower) return (null, []);
        var id = follower.Id;
        return (follower, await ListNotifications.Items(db, db.Notifications.Where(n => n.FollowerId == id)).Take(Most).ToListAsync(stop));
    }

    private static string Time(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>XML cannot hold control characters, which JSON can bring in.</summary>
    private static string Clean(string text) => new([.. text.Where(letter => !char.IsControl(letter))]);
}
