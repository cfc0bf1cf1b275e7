using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ServiceDefaults.Rules;
using Xunit;

namespace Municipalities.Tests.Needs;

/// <summary>Personal numbers are found however they are written, and other numbers are left in peace.</summary>
public class PersonalNumberTests
{
    [Theory]
    [InlineData("121212-1212")]
    [InlineData("121212+1212")]
    [InlineData("1212121212")]
    [InlineData("191212121212")]
    [InlineData("19121212-1212")]
    [InlineData("19121212 1212")]
    [InlineData("121212 – 1212")]
    [InlineData("(19790688-9972)")]
    [InlineData("nr:7906889972.")]
    public void A_number_of_a_person_is_found(string text) => Assert.True(PersonalNumber.IsIn($"Gäller {text} och fler"));

    [Theory]
    [InlineData("556016-0680")] // a company
    [InlineData("769999-0011")] // an association
    [InlineData("121212-1213")] // wrong check digit
    [InlineData("121312-1215")] // no such month
    [InlineData("070-123 45 67")]
    [InlineData("1 212 121 212 kr")]
    [InlineData("00191212121212345")]
    [InlineData("90620000")]
    [InlineData("2026-11-25 kl. 12.00")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_numbers_are_not(string? text) => Assert.False(PersonalNumber.IsIn(text));

    [Fact]
    public void Whatever_the_day_and_the_words_around_it_is_found() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(ArbMap.Default.ArbFor<(ushort Day, ushort Serial, bool Coordination)>(), ArbMap.Default.ArbFor<NonNull<string>>(), (number, words) =>
        {
            var date = new DateOnly(1930, 1, 1).AddDays(number.Day % 33_000);
            var day = date.Day + (number.Coordination ? 60 : 0);
            var body = string.Create(CultureInfo.InvariantCulture, $"{date:yyMM}{day:00}{number.Serial % 1000:000}");
            var whole = Enumerable.Range(0, 10).Select(last => body + last).Single(text => CheckDigit.Holds(text));
            var around = new string([.. words.Get.Where(letter => !char.IsAsciiDigit(letter))]);
            return PersonalNumber.IsIn($"{around} {whole[..6]}-{whole[6..]} {around}") && PersonalNumber.IsIn($"{around}, {whole},{around}");
        }));
}
