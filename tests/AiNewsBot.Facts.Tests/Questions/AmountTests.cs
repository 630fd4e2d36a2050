using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Numbers of users and sums of money, as people write them.</summary>
public sealed class AmountTests
{
    [Theory]
    [InlineData("800 million users", 800_000_000, false)]
    [InlineData("700M MAU", 700_000_000, false)]
    [InlineData("700m monthly active users", 700_000_000, false)]
    [InlineData("a billion users", 1_000_000_000, false)]
    [InlineData("one million customers", 1_000_000, false)]
    [InlineData("20k users", 20_000, false)]
    [InlineData("20 thousand people", 20_000, false)]
    [InlineData("1.5 million users", 1_500_000, false)]
    [InlineData("2bn users", 2_000_000_000, false)]
    [InlineData("5000 users", 5_000, false)]
    [InlineData("5 million dollars", 5_000_000, true)]
    [InlineData("$5m of revenue", 5_000_000, true)]
    [InlineData("20 mio euros turnover", 20_000_000, true)]
    [InlineData("1 mln sales", 1_000_000, true)]
    [InlineData("my 700 million strong base of users", 700_000_000, false)]
    public void Amount_has_a_scale_and_a_unit(string text, long value, bool isMoney)
    {
        var found = Read(text);

        Assert.Equal((value, isMoney), (found?.Value, found?.IsMoney));
    }

    [Theory]
    [InlineData("999 users")]
    [InlineData("many users")]
    [InlineData("700 million")]
    [InlineData("700 million of whatever else one may count as users")]
    [InlineData("7b parameters and users")]
    [InlineData("a users")]
    [InlineData("700x users")]
    [InlineData("9999999999999999 users")]
    [InlineData("1.2.3 million users")]
    [InlineData("")]
    public void Number_without_users_or_money_is_not_an_amount(string text) =>
        Assert.Null(text.Contains("7b", StringComparison.Ordinal) ? Read(text, 0) : Read(text));

    [Fact]
    public void Number_within_a_name_is_not_an_amount() => Assert.Null(Read("5000 users", 0));

    [Fact]
    public void First_amount_is_read_with_its_place() => Assert.Equal(2, Read("we have 5000 users and 2 million dollars")?.At);

    private static Amounts.Found? Read(string text, int name = -1)
    {
        var tokens = Tokenizer.Split(text);
        return Amounts.Read(tokens, 0, tokens.Length, index => index == name);
    }
}
