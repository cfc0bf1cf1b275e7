using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Knowledge.Discussions;

/// <summary>Discussions, the latest spoken in first.</summary>
internal static class ListDiscussions
{
    /// <summary>Filters; each narrows the list further.</summary>
    public sealed class Filter
    {
        /// <summary>Part of the handbook.</summary>
        [OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Topics))]
        public string? Topic { get; init; }

        /// <summary>Municipalities that it is for: pilot, skr:C6 or county:21.</summary>
        [RegularExpression("^(pilot|skr:[A-C][1-9]|county:[0-9]{2})$", ErrorMessage = "Ange pilot, skr:C6 eller county:21.")]
        public string? Group { get; init; }

        /// <summary>The model that it is about.</summary>
        public Guid? Model { get; init; }

        /// <summary>Whether it has an accepted answer.</summary>
        public bool? Answered { get; init; }

        /// <summary>Whether the caller asked, or replied.</summary>
        public bool? Own { get; init; }

        /// <summary>Whether made-up examples are wanted; both sorts when not given.</summary>
        public bool? Fictional { get; init; }
    }

    /// <summary>A discussion in the list.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Title">The question.</param>
    /// <param name="Topic">Part of the handbook.</param>
    /// <param name="Group">Municipalities that it is for; null for all.</param>
    /// <param name="ModelId">The model that it is about, or null.</param>
    /// <param name="Writer">Function and municipality of who asks.</param>
    /// <param name="StartedAt">When it was asked (UTC).</param>
    /// <param name="LastActivityAt">When something was last said (UTC).</param>
    /// <param name="Replies">Replies that can be read.</param>
    /// <param name="Answered">True when a reply has been accepted.</param>
    /// <param name="Hidden">True while hidden.</param>
    /// <param name="Fictional">True for a made-up example.</param>
    /// <param name="Version">Version.</param>
    public sealed record Item(
        Guid Id, string Title, string Topic, string? Group, Guid? ModelId, string Writer, DateTimeOffset StartedAt, DateTimeOffset LastActivityAt,
        int Replies, bool Answered, bool Hidden, bool Fictional, int Version);

    public static async Task<Ok<Page<Item>>> Handle(
        [AsParameters] Filter filter, [AsParameters] Paging paging, HttpRequest request, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        var discussions = db.Discussions.AsNoTracking().Where(DiscussionAccess.SeenBy(user));
        var subject = user.Subject;
        if (filter.Topic is { } topic) discussions = discussions.Where(d => d.Topic == topic);
        if (filter.Group is { } group) discussions = discussions.Where(d => d.Group == group);
        if (filter.Model is { } model) discussions = discussions.Where(d => d.ModelId == model);
        if (filter.Answered is { } answered) discussions = discussions.Where(d => (d.AnswerId != null) == answered);
        if (filter.Fictional is { } fictional) discussions = discussions.Where(d => d.Fictional == fictional);
        if (filter.Own is { } own)
            discussions = discussions.Where(d => (subject != "" && (d.Writer.Subject == subject || d.Replies.Any(r => r.Writer.Subject == subject))) == own);
        return TypedResults.Ok(await discussions.OrderByDescending(d => d.LastActivityAt).ThenBy(d => d.Id)
            .Select(d => new Item(d.Id, d.Title, d.Topic, d.Group, d.ModelId, d.Writer.Label, d.StartedAt, d.LastActivityAt, d.ReplyCount,
                d.AnswerId != null, d.HiddenReason != null, d.Fictional, d.Version))
            .ToPageAsync(paging, request, stop));
    }
}
