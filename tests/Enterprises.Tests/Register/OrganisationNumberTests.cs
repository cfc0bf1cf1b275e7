using System.Globalization;
using Enterprises.Register;
using ServiceDefaults.Rules;
using Xunit;

namespace Enterprises.Tests.Register;

/// <summary>Organisation numbers: published test numbers, and what no number can be.</summary>
public class OrganisationNumberTests
{
    [Theory]
    // Companies of the published vectors (organisationsnummer.dev), in both lengths.
    [InlineData("5560160680", "5560160680", false)]
    [InlineData("165560160680", "5560160680", false)]
    [InlineData("5561034249", "5561034249", false)]
    [InlineData("165561034249", "5561034249", false)]
    [InlineData("5592440001", "5592440001", false)]
    [InlineData("165592440001", "5592440001", false)]
    [InlineData("556016-0680", "5560160680", false)]
    [InlineData(" 16556016-0680 ", "5560160680", false)]
    // Sole traders: identity and co-ordination numbers that the Tax Agency has set aside for tests.
    [InlineData("191212121212", "1212121212", true)]
    [InlineData("121212+1212", "1212121212", true)]
    [InlineData("195102179974", "5102179974", true)]
    [InlineData("194912109958", "4912109958", true)]
    [InlineData("197906889972", "7906889972", true)]
    [InlineData("199502809990", "9502809990", true)]
    [InlineData("196802709995", "6802709995", true)]
    [InlineData("200304839996", "0304839996", true)]
    [InlineData("197904739997", "7904739997", true)]
    [InlineData("194511809891", "4511809891", true)]
    [InlineData("198601769915", "8601769915", true)]
    [InlineData("196102709976", "6102709976", true)]
    [InlineData("195212779895", "5212779895", true)]
    public void A_published_number_is_valid(string text, string digits, bool person)
    {
        var number = OrganisationNumber.Parse(text);
        Assert.Equal((digits, person), (number?.Digits, number?.IsPerson ?? false));
    }

    [Theory]
    [InlineData("5560160681")]
    [InlineData("165560160681")]
    [InlineData("5561034250")]
    [InlineData("165561034250")]
    [InlineData("195560160680")] // a century before an organisation
    [InlineData("161212121212")] // 16 before a person
    [InlineData("5513160680")] // month 13 is neither a person nor an organisation
    [InlineData("556016--0680")]
    [InlineData("55601606")]
    [InlineData("55601６0680")] // a full-width digit
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_not(string? text) => Assert.Null(OrganisationNumber.Parse(text));

    [Theory]
    [InlineData("769999-0011", LegalForm.EconomicAssociation)]
    [InlineData("802999-0044", LegalForm.NonProfitAssociation, LegalForm.Foundation)]
    [InlineData("559999-0057", LegalForm.LimitedCompany, LegalForm.LimitedCompanySvb)]
    [InlineData("191212121212", LegalForm.SoleTrader)]
    [InlineData("212000-1124")] // Malmö: a municipality is no social enterprise
    public void The_first_digit_tells_which_legal_forms_fit(string text, params LegalForm[] fitting)
    {
        var number = OrganisationNumber.Parse(text)!.Value;
        Assert.Equal(fitting.Order(), Enum.GetValues<LegalForm>().Where(number.Fits).Order());
    }

    [Fact]
    public void Of_ten_last_digits_exactly_one_is_right_and_any_changed_digit_is_noticed()
    {
        var random = new Random(20261125);
        for (var round = 0; round < 500; round++)
        {
            var body = string.Create(CultureInfo.InvariantCulture, $"{random.Next(5, 10)}{random.Next(0, 10)}{random.Next(2, 10)}{random.Next(0, 1_000_000):000000}");
            var right = Enumerable.Range(0, 10).Select(last => body + last).Where(text => CheckDigit.Holds(text)).ToList();
            var number = Assert.Single(right);
            Assert.NotNull(OrganisationNumber.Parse(number));
            var place = random.Next(0, 10);
            var other = (number[place] - '0' + random.Next(1, 10)) % 10;
            Assert.False(CheckDigit.Holds(number[..place] + other + number[(place + 1)..]));
        }
    }
}
