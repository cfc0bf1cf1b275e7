using Contracts;
using Matchmaking.Copies;
using Matchmaking.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.Tests.Copies;

/// <summary>However the events come, the copy is that of the newest.</summary>
public class CopyTests(Service service)
{
    /// <summary>Twenty histories of a need and an enterprise, each told in a random order with repetitions; seeded, so that a failure comes again.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Duplicates_and_disorder_give_the_same_copy(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 4; round++)
        {
            var code = Service.NewCode();
            var (need, enterprise) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            var last = random.Next(2, 8);
            var withdrawn = random.Next(2) == 0;
            var history = Enumerable.Range(1, last).SelectMany(version => new INounChanged[]
            {
                Told.Municipality(code, version, $"Namn {version}"),
                Told.Need(code, need, version, $"Behov {version}", withdrawn: withdrawn && version == last),
                Told.Enterprise(code, enterprise, version, $"Företag {version}", withdrawn: withdrawn && version == last),
            }).ToList();
            var told = history.Concat(history.Where(_ => random.Next(3) == 0)).OrderBy(_ => random.Next()).ToArray();

            await service.Hear(told);

            var copies = await service.Host.WithDatabase<MatchmakingDb, (MunicipalityCopy Place, NeedCopy Need, EnterpriseCopy Enterprise)>(async db => (
                await db.Municipalities.SingleAsync(copy => copy.Code == code),
                await db.Needs.SingleAsync(copy => copy.Id == need),
                await db.Enterprises.SingleAsync(copy => copy.Id == enterprise)));
            Assert.Equal(($"Namn {last}", last), (copies.Place.Name, copies.Place.Version));
            Assert.Equal((last, withdrawn), (copies.Need.Version, copies.Need.Withdrawn));
            Assert.Equal((last, withdrawn), (copies.Enterprise.Version, copies.Enterprise.Withdrawn));
            // What is withdrawn is called what it was called when that was heard; its tombstone says nothing of it.
            string[] Called(string what, string never) => withdrawn ? [never, .. Enumerable.Range(1, last - 1).Select(version => $"{what} {version}")] : [$"{what} {last}"];
            Assert.Contains(copies.Need.Title, Called("Behov", KeepNeed.NeverHeard));
            Assert.Contains(copies.Enterprise.Name, Called("Företag", KeepEnterprise.NeverHeard));
            Assert.Equal(withdrawn ? 0 : 1, copies.Enterprise.Offers.Count);
        }
    }

    [Fact]
    public async Task A_copy_keeps_every_value()
    {
        var code = Service.NewCode();
        var (need, enterprise) = (Told.Need(code, answerBy: new DateOnly(2026, 12, 24)), Told.Enterprise(code));
        await service.Hear(need, enterprise);
        await service.Host.WithDatabase<MatchmakingDb, int>(async db =>
        {
            var kept = await db.Needs.SingleAsync(copy => copy.Id == need.Id);
            Assert.Equal((need.Title, need.Description, need.Kind, need.ValueSek, need.Months), (kept.Title, kept.Description, kept.Kind, kept.ValueSek, kept.Months));
            Assert.Equal(need.CpvCodes, kept.CpvCodes);
            Assert.Equal(need.TargetGroups, kept.TargetGroups);
            Assert.Equal((need.Status, need.AnswerBy, need.PublishedAt, need.Outcome), (kept.Status, kept.AnswerBy, kept.PublishedAt, kept.Outcome));
            var offer = Assert.Single((await db.Enterprises.SingleAsync(copy => copy.Id == enterprise.Id)).Offers);
            Assert.Equal((enterprise.Offers[0].Id, "Cykelverkstad", "municipalities", 500_000m), (offer.Id, offer.Title, offer.ServiceArea.Kind, offer.MaxContractSek));
            Assert.Equal(["50800000"], offer.CpvCodes);
            return 0;
        });
    }
}
