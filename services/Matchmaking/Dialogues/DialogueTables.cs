using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Rules;

namespace Matchmaking.Dialogues;

internal sealed class QuestionTable : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.ToTable("question").HasKey(question => question.Id);
        builder.Property(question => question.Id).ValueGeneratedNever();
        builder.HasIndex(question => new { question.NeedId, question.AskedAt });
    }
}

internal sealed class MeetingTable : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("meeting").HasKey(meeting => meeting.Id);
        builder.Property(meeting => meeting.Id).ValueGeneratedNever();
        builder.Property(meeting => meeting.Kind).HasConversion<KebabConverter<MeetingKind>>();
        builder.HasIndex(meeting => new { meeting.NeedId, meeting.HeldOn });
    }
}
