using Xunit;

namespace Matchmaking.Tests.Matching;

public class ThreadTests
{
    [Fact]
    public void Readers_and_writers_beside_each_other_end_in_the_same_index_as_one_after_the_other()
    {
        var needs = Enumerable.Range(0, 40).Select(i => Samples.Need(i, i % 2 == 0 ? "Städning av kontor" : "Snöröjning")).ToArray();
        var enterprises = Enumerable.Range(0, 60).Select(i => Samples.Enterprise(i, i % 3 == 0 ? "Vi städar" : "Vi skottar snö och plogar")).ToArray();
        using var calm = Samples.Index([.. needs, .. enterprises]);
        using var busy = Samples.Index();
        Parallel.For(0, 400, i =>
        {
            if (i % 4 == 0) busy.Put(needs[i % needs.Length]);
            else if (i % 4 == 1) busy.Put(enterprises[i % enterprises.Length]);
            else if (i % 4 == 2) busy.RemoveEnterprise(enterprises[i % enterprises.Length].Id);
            else Assert.All(busy.ForNeed(needs[i % needs.Length].Id, 10), m => Assert.Equal(m.Score, m.Parts.Values.Sum(), 9));
        });
        Parallel.ForEach(needs, busy.Put);
        Parallel.ForEach(enterprises, busy.Put);
        Assert.All(needs, n => Assert.Equal(
            calm.ForNeed(n.Id, 20).Select(m => (m.EnterpriseId, m.Score)), busy.ForNeed(n.Id, 20).Select(m => (m.EnterpriseId, m.Score))));
    }
}
