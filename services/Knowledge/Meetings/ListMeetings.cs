using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Knowledge.Meetings;

/// <summary>Meetings in the order in which they are held.</summary>
internal static class ListMeetings
{
    /// <summary>Filters; each narrows the list further.</summary>
    public sealed class Filter
    {
        /// <summary>Only those that begin on this day or later (Swedish time).</summary>
        public DateOnly? From { get; init; }

        /// <summary>planned, announced or cancelled, as far as the caller may see.</summary>
        public Choice<MeetingStatus>? Status { get; init; }
    }

    /// <summary>A meeting in the list.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Title">What it is about.</param>
    /// <param name="StartsAt">When it begins (UTC).</param>
    /// <param name="EndsAt">When it ends (UTC).</param>
    /// <param name="Place">Where.</param>
    /// <param name="OrganiserOrg">skr, or a municipality's code.</param>
    /// <param name="Status">Where it is in its life.</param>
    /// <param name="HasMinutes">True when there are minutes to read.</param>
    public sealed record Item(
        Guid Id, string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, string OrganiserOrg, MeetingStatus Status, bool HasMinutes);

    public static async Task<Ok<Page<Item>>> Handle(
        [AsParameters] Filter filter, [AsParameters] Paging paging, HttpRequest request, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        var meetings = db.Meetings.AsNoTracking().Where(MeetingAccess.SeenBy(user));
        if (filter.From is { } day && SwedishTime.Midnight(day) is var from) meetings = meetings.Where(m => m.StartsAt >= from);
        if (filter.Status is { Value: var status }) meetings = meetings.Where(m => m.Status == status);
        return TypedResults.Ok(await meetings.OrderBy(m => m.StartsAt).ThenBy(m => m.Id)
            .Select(m => new Item(m.Id, m.Title, m.StartsAt, m.EndsAt, m.Place, m.OrganiserOrg, m.Status, m.Minutes != null))
            .ToPageAsync(paging, request, stop));
    }
}
