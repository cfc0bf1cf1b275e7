using Knowledge.Articles;
using Knowledge.Cases;
using Knowledge.Discussions;
using Knowledge.Meetings;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Knowledge.Attachments;

/// <summary>Who sees a thing sees its files; who may change the thing may add and take away files.</summary>
internal static class AttachmentAccess
{
    /// <summary>Whether the caller sees the thing, and whether the caller may change what is beside it.</summary>
    public static async Task<(bool Seen, bool Writes)> Of(string kind, Guid thing, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        switch (kind)
        {
            case "article":
                var article = await db.Articles.AsNoTracking().Where(ArticleAccess.SeenBy(user)).SingleOrDefaultAsync(a => a.Id == thing, stop);
                return (article is not null, article is not null && user.MayChange(article));
            case "case":
                // What a side has approved stays as it was: a new text takes the approvals back, and then files may be added again.
                var found = await db.Cases.AsNoTracking().Where(CaseAccess.SeenBy(user)).SingleOrDefaultAsync(c => c.Id == thing, stop);
                return (found is not null, found is not null
                    && (user.HasRole(Roles.NetworkLead) || (found is { Status: CaseStatus.Draft, BuyerApproved: false, SupplierApproved: false } && (found.IsBuyer(user) || found.IsSupplier(user)))));
            case "meeting":
                var organiser = await db.Meetings.AsNoTracking().Where(MeetingAccess.SeenBy(user)).Where(m => m.Id == thing).Select(m => m.OrganiserOrg).SingleOrDefaultAsync(stop);
                return (organiser is not null, organiser is not null && MeetingAccess.Organiser(user) == organiser);
            default:
                var discussion = await db.Discussions.AsNoTracking().Where(DiscussionAccess.SeenBy(user)).SingleOrDefaultAsync(d => d.Id == thing, stop);
                return (discussion is not null, discussion is not null && (user.Wrote(discussion.Writer) || user.MayModerate()));
        }
    }
}
