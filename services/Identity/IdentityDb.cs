using Identity.Keys;
using Identity.People;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;

namespace Identity;

/// <summary>People, keys, and what OpenIddict keeps: clients, scopes, authorizations and tokens.</summary>
internal sealed class IdentityDb(DbContextOptions<IdentityDb> options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();

    public DbSet<StoredKey> Keys => Set<StoredKey>();

    public DbSet<StoredXml> DataProtection => Set<StoredXml>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.UseOpenIddict();
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreApplication>().ToTable("oidc_application");
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreAuthorization>().ToTable("oidc_authorization");
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreScope>().ToTable("oidc_scope");
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreToken>().ToTable("oidc_token");
        modelBuilder.Entity<Person>(person =>
        {
            person.ToTable("person");
            person.Property(p => p.UserName).HasMaxLength(100);
            person.HasIndex(p => p.UserName).IsUnique();
            person.Property(p => p.Name).HasMaxLength(200);
            person.Property(p => p.Role).HasMaxLength(50);
            person.Property(p => p.Org).HasMaxLength(50);
            person.Property(p => p.Email).HasMaxLength(254);
            person.Property(p => p.PasswordHash).HasMaxLength(500);
        });
        modelBuilder.Entity<StoredKey>(key =>
        {
            key.ToTable("stored_key");
            key.Property(k => k.Use).HasMaxLength(3);
        });
        modelBuilder.Entity<StoredXml>(xml =>
        {
            xml.ToTable("data_protection_key");
            xml.HasKey(x => x.Name);
            xml.Property(x => x.Name).HasMaxLength(200);
        });
    }
}
