using CsCheck;
using OrcidPortal.Mapping.Amounts;

namespace OrcidPortal.Tests.Mapping.Amounts;

public sealed class AmountTextTests
{
    [Theory]
    [InlineData("1234", "1234", null)]
    [InlineData("1234.5", "1234.5", null)]
    [InlineData("1,234,567.89", "1234567.89", null)]
    [InlineData("1.234.567,89", "1234567.89", null)]
    [InlineData("1 234 567,89", "1234567.89", null)]
    [InlineData("1\u00A0234\u202F567,89", "1234567.89", null)]
    [InlineData("1\u2009234", "1234", null)]
    [InlineData("1'234'567.50", "1234567.5", null)]
    [InlineData("1’234’567", "1234567", null)]
    [InlineData("12,34,567", "1234567", null)]
    [InlineData("1.234.567", "1234567", null)]
    [InlineData("€ 1.234,00", "1234", "EUR")]
    [InlineData("100.000,00 EUR", "100000", "EUR")]
    [InlineData("CHF 5'000.-", "5000", "CHF")]
    [InlineData("5.000,- €", "5000", "EUR")]
    [InlineData("US$ 5,000.00", "5000", "USD")]
    [InlineData("US $5000", "5000", "USD")]
    [InlineData("5 000 $ CA", "5000", "CAD")]
    [InlineData("$5,000.00 CAD", "5000", "CAD")]
    [InlineData("$ 5000", "5000", null)]
    [InlineData("5000 kr", "5000", null)]
    [InlineData("¥ 5000", "5000", null)]
    [InlineData("£12.50", "12.5", "GBP")]
    [InlineData("1.5 million", "1500000", null)]
    [InlineData("1,5 Mio. EUR", "1500000", "EUR")]
    [InlineData("2 Mrd", "2000000000", null)]
    [InlineData("250k", "250000", null)]
    [InlineData("€2.5M", "2500000", "EUR")]
    [InlineData("120 TEUR", "120000", "EUR")]
    [InlineData("120 T€", "120000", "EUR")]
    [InlineData("3 lakh INR", "300000", "INR")]
    [InlineData("1.2e6", "1200000", null)]
    [InlineData("1.234E+6 usd", "1234000", "USD")]
    [InlineData("１２３４．５０ ￡", "1234.5", "GBP")]
    [InlineData("٣٤٥", "345", null)]
    [InlineData("1234.567", "1234.57", null)]
    [InlineData("0.500", "0.5", null)]
    [InlineData("1 234.567", "1234.57", null)]
    [InlineData(".75", "0.75", null)]
    [InlineData("999999999999999", "999999999999999", null)]
    [InlineData("007", "7", null)]
    public void An_amount_is_read_for_sure(string text, string amount, string? currency)
    {
        var read = AmountText.Read(text);

        (read.Amount, read.Currency, read.IsCertain).ShouldBe((amount, currency, true));
        read.Suggestions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1,234", null, "1234", "1.23")]
    [InlineData("1.234", null, "1234", "1.23")]
    [InlineData("€ 1.234", "EUR", "1234", "1.23")]
    [InlineData("EUR 100.000", "EUR", "100000", "100")]
    [InlineData("US$ 5,000", "USD", "5000", "5")]
    [InlineData("1.234 million", null, "1234000000", "1234000")]
    public void A_thousand_or_one_is_not_certain(string text, string? currency, params string[] suggestions)
    {
        var read = AmountText.Read(text);

        (read.Amount, read.Currency, read.IsCertain).ShouldBe((suggestions[0], currency, false));
        read.Suggestions.ShouldBe(suggestions);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("EUR")]
    [InlineData("0")]
    [InlineData("0.00")]
    [InlineData("0.001")]
    [InlineData("-5")]
    [InlineData("−5")]
    [InlineData("(5000)")]
    [InlineData("100-200")]
    [InlineData("100 – 200")]
    [InlineData("100 to 200")]
    [InlineData("1,23,4")]
    [InlineData("1.2.3")]
    [InlineData("1.23.456")]
    [InlineData("1,234 567")]
    [InlineData("1000000000000000")]
    [InlineData("999999999999999k")]
    [InlineData("1e99999")]
    [InlineData("USD 5000 EUR")]
    [InlineData("USD 5000 (EUR 4500)")]
    [InlineData("5 apples")]
    [InlineData("5²")]
    [InlineData("5k million")]
    [InlineData("½")]
    public void What_is_no_amount_above_zero_is_none(string? text) => AmountText.Read(text).ShouldBe(AmountReading.None);

    [Fact]
    public void Nothing_throws_and_all_amounts_have_the_form_of_ORCID() => Gen.OneOf(
        AnyFields.Hostile,
        Gen.String[Gen.OneOf('0', '1', '9', '.', ',', '\'', ' ', 'e', 'E', '+', '-', 'k', '$', '€', '\uFF10', '\uD800'), 0, 30]).Sample(
        text =>
        {
            var read = AmountText.Read(text);
            foreach (var amount in read.Suggestions.Append(read.Amount).OfType<string>()) amount.ShouldMatch(@"\A(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,2})?\z");
            read.IsCertain.ShouldBe(read.Amount is not null && read.Suggestions.Count == 0);
        },
        iter: 20_000);
}
