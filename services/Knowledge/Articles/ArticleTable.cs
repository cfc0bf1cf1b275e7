using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Rules;

namespace Knowledge.Articles;

internal sealed class ArticleTable : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> article)
    {
        article.ToTable("article");
        article.HasKey(a => a.Id);
        article.Property(a => a.Id).ValueGeneratedNever();
        article.Property(a => a.Slug).HasMaxLength(100);
        article.HasIndex(a => a.Slug).IsUnique();
        article.Property(a => a.Title).HasMaxLength(150);
        article.Property(a => a.Summary).HasMaxLength(400);
        article.Property(a => a.Topic).HasMaxLength(30);
        article.Property(a => a.Owner).HasMaxLength(120);
        article.Property(a => a.OwnerOrg).HasMaxLength(40);
        article.Property(a => a.Status).HasConversion<KebabConverter<ArticleStatus>>().HasMaxLength(20);
        article.HasIndex(a => new { a.Status, a.ReviewBy });
        article.HasMany(a => a.Revisions).WithOne().HasForeignKey(r => r.ArticleId);
        article.Navigation(a => a.Revisions).HasField("revisions").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ArticleRevisionTable : IEntityTypeConfiguration<ArticleRevision>
{
    public void Configure(EntityTypeBuilder<ArticleRevision> revision)
    {
        revision.ToTable("article_revision");
        // Unique by the article's own version: of two writers the second fails there, which answers 409 and not a broken key.
        revision.HasKey(r => r.Id);
        revision.Property(r => r.Id).ValueGeneratedNever();
        revision.HasIndex(r => new { r.ArticleId, r.Version });
    }
}
