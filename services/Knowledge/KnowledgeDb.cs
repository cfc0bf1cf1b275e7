using Knowledge.Articles;
using Knowledge.Attachments;
using Knowledge.Cases;
using Knowledge.Copies;
using Knowledge.Discussions;
using Knowledge.Follow;
using Knowledge.Meetings;
using Knowledge.Models;
using Knowledge.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using ServiceDefaults.Messaging;

namespace Knowledge;

/// <summary>The service's own database.</summary>
public sealed class KnowledgeDb(DbContextOptions<KnowledgeDb> options) : ServiceDb(options)
{
    internal DbSet<Article> Articles => Set<Article>();
    internal DbSet<ArticleRevision> ArticleRevisions => Set<ArticleRevision>();
    internal DbSet<Attachment> Attachments => Set<Attachment>();
    internal DbSet<Case> Cases => Set<Case>();
    internal DbSet<KnownBaseline> Baselines => Set<KnownBaseline>();
    internal DbSet<KnownCollaboration> Collaborations => Set<KnownCollaboration>();
    internal DbSet<Discussion> Discussions => Set<Discussion>();
    internal DbSet<KnownMunicipality> Municipalities => Set<KnownMunicipality>();
    internal DbSet<Follower> Followers => Set<Follower>();
    internal DbSet<Mail> Mails => Set<Mail>();
    internal DbSet<Meeting> Meetings => Set<Meeting>();
    internal DbSet<Notice> Notices => Set<Notice>();
    internal DbSet<Notification> Notifications => Set<Notification>();
    internal DbSet<Preference> Preferences => Set<Preference>();
    internal DbSet<Registration> Registrations => Set<Registration>();
    internal DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        SearchIndex.Follow(this);
        Notice.Collect(this, this.GetService<TimeProvider>(), this.GetService<IHttpContextAccessor>().HttpContext?.User.FindFirst("sub")?.Value ?? "");
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasPostgresExtension("pg_trgm");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(KnowledgeDb).Assembly);
    }
}
