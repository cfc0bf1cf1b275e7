using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Rules;

namespace Enterprises.Complaints;

internal sealed class ComplaintTable : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> complaint)
    {
        complaint.ToTable("complaint");
        complaint.HasKey(row => row.Id);
        complaint.Property(row => row.Id).ValueGeneratedNever();
        complaint.Property(row => row.Text).HasMaxLength(2000);
        complaint.Property(row => row.FiledBy).HasMaxLength(200);
        complaint.Property(row => row.Decision).HasConversion<KebabConverter<ComplaintDecision>>().HasMaxLength(10);
        complaint.Property(row => row.Note).HasMaxLength(2000);
        complaint.Property(row => row.DecidedBy).HasMaxLength(200);
    }
}
