using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceDefaults;

/// <summary>A page of a list.</summary>
/// <param name="Items">At most <c>limit</c> of them.</param>
/// <param name="Meta">Which page this is and how many there are.</param>
/// <param name="Links">Where the neighbours are; a page without <c>next</c> is the last.</param>
public sealed record Page<T>(
    IReadOnlyList<T> Items,
    [property: JsonPropertyName("_meta")] PageMeta Meta,
    [property: JsonPropertyName("_links")] PageLinks Links);

/// <summary>Which page this is.</summary>
/// <param name="Limit">The most items of a page, as used.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Count">Items in this page.</param>
/// <param name="TotalRecords">Items in all pages. Above 1 000 it may be some seconds old.</param>
public sealed record PageMeta(int Limit, int Page, int Count, int TotalRecords);

/// <summary>Absolute addresses of the neighbouring pages.</summary>
/// <param name="Self">This page.</param>
/// <param name="Next">The next page, absent on the last.</param>
/// <param name="Prev">The page before, absent on the first.</param>
public sealed record PageLinks(
    string Self,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Prev);

/// <summary>Which page is asked for; taken by a handler with <c>[AsParameters]</c>.</summary>
public sealed class Paging
{
    /// <summary>The most items of a page.</summary>
    [Range(1, 100, ErrorMessage = "Ska vara mellan 1 och 100."), DefaultValue(20)]
    public int? Limit { get; init; }

    /// <summary>The page, from 1. Deep reading goes by the change feed.</summary>
    [Range(1, 10_000, ErrorMessage = "Ska vara mellan 1 och 10 000."), DefaultValue(1)]
    public int? Page { get; init; }

    internal int Size => Limit ?? 20;
    internal int Number => Page ?? 1;
}

/// <summary>Makes pages.</summary>
public static class Pages
{
    private const int SmallCount = 1_000;
    private static readonly TimeSpan CountLife = TimeSpan.FromSeconds(5);

    /// <summary>Reads one page of an ordered query, and counts it.</summary>
    public static async Task<Page<T>> ToPageAsync<T>(this IQueryable<T> ordered, Paging paging, HttpRequest request, CancellationToken stop)
    {
        var items = await ordered.Skip((paging.Number - 1) * paging.Size).Take(paging.Size).ToListAsync(stop);
        // A first page that is not full is its own count, which spares the second query in the commonest case.
        var total = paging.Number == 1 && items.Count < paging.Size ? items.Count : await CountAsync(ordered, request, stop);
        return Of(items, total, paging, request);
    }

    /// <summary>
    /// To count a long list takes many times as long as to read a page of it, so a large count is remembered for a moment:
    /// per address, filters and organisation, since those decide what is counted.
    /// </summary>
    private static async Task<int> CountAsync<T>(IQueryable<T> ordered, HttpRequest request, CancellationToken stop)
    {
        var counts = request.HttpContext.RequestServices.GetRequiredService<LargeCounts>();
        var user = request.HttpContext.User;
        var filters = request.Query.Where(pair => pair.Key is not ("page" or "limit")).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}");
        var key = ("count", request.Path.Value, string.Join('&', filters), user.FindFirst("org")?.Value, user.FindFirst("role")?.Value, user.FindFirst("sub")?.Value);
        if (counts.TryGetValue(key, out int known)) return known;
        var total = await ordered.CountAsync(stop);
        if (total > SmallCount) counts.Set(key, total, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = CountLife, Size = 1 });
        return total;
    }

    /// <summary>A page of items that are already at hand.</summary>
    public static Page<T> Of<T>(IReadOnlyList<T> items, int total, Paging paging, HttpRequest request) => new(
        items,
        new PageMeta(paging.Size, paging.Number, items.Count, total),
        new PageLinks(
            Address(request, paging.Number),
            paging.Number * paging.Size < total ? Address(request, paging.Number + 1) : null,
            paging.Number > 1 ? Address(request, paging.Number - 1) : null));

    private static string Address(HttpRequest request, int page)
    {
        var query = new QueryBuilder(request.Query
            .Where(pair => pair.Key != "page")
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")));
        query.Add("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, request.Path, query.ToQueryString());
    }
}

/// <summary>Counts of long lists. A cache of their own, since a limit of size would bind everybody who uses the shared one.</summary>
internal sealed class LargeCounts() : MemoryCache(new MemoryCacheOptions { SizeLimit = 10_000 });
