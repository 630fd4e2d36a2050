using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Model;

/// <summary>Whether a statement held on a day: yes, no, or left open by its sources.</summary>
public sealed class StatementTests
{
    [Theory]
    [InlineData("licence A", "1999-01-01", true)]
    [InlineData("licence A 2024-03-17", "2024-03-16", false)]
    [InlineData("licence A 2024-03-17", "2024-03-17", true)]
    [InlineData("licence A ..2024-06-01", "2024-05-31", true)]
    [InlineData("licence A ..2024-06-01", "2024-06-01", false)]
    [InlineData("licence A 2024-03", "2024-02-29", false)]
    [InlineData("licence A 2024-03", "2024-03-01", null)]
    [InlineData("licence A 2024-03", "2024-03-30", null)]
    [InlineData("licence A 2024-03", "2024-03-31", true)]
    [InlineData("licence A 2024", "2024-12-30", null)]
    [InlineData("licence A ..2024-06", "2024-05-31", true)]
    [InlineData("licence A ..2024-06", "2024-06-01", null)]
    [InlineData("licence A ..2024-06", "2024-06-30", false)]
    [InlineData("licence A ..2024-03-01/2024-05-01", "2024-02-29", true)]
    [InlineData("licence A ..2024-03-01/2024-05-01", "2024-04-01", null)]
    [InlineData("licence A ..2024-03-01/2024-05-01", "2024-05-01", false)]
    [InlineData("licence A 2024-03..2024-03-20", "2024-03-25", false)]
    [InlineData("licence A 2024-03..2024-04", "2024-03-31", true)]
    public void Statement_holds_from_its_first_day_to_before_its_last(string line, string day, bool? held) =>
        Assert.Equal(held, FactLine.Parse("one", line).WasEffectiveOn(DateOnly.Parse(day, null)));

    // By the day of the check it had begun, though its source names no more than the month.
    [Theory]
    [InlineData("2024-03-09", null)]
    [InlineData("2024-03-10", true)]
    [InlineData("2024-03-12", true)]
    public void Month_of_the_check_had_begun_by_the_check(string day, bool? held)
    {
        var statement = FactLine.Parse("one", "licence A 2024-03") with { VerifiedOn = new DateOnly(2024, 3, 10) };

        Assert.Equal(held, statement.WasEffectiveOn(DateOnly.Parse(day, null)));
    }

    [Theory]
    [InlineData("weights available 2024-01-01 index", true)]
    [InlineData("weights available 2024-01-01", false)]
    [InlineData("weights available 2024-01-01 press", false)]
    [InlineData("weights available 2024-01 index", false)]
    [InlineData("weights available index", false)]
    [InlineData("weights available 2024-01-01 index local", false)]
    public void Day_that_one_index_alone_gives_is_approximate(string line, bool isApproximate) =>
        Assert.Equal(isApproximate, FactLine.Parse("one", line).IsDateApproximate);

    [Fact]
    public void Second_index_makes_a_day_certain_and_a_second_table_of_the_same_does_not()
    {
        var statement = FactLine.Parse("one", "weights available 2024-01-01 index");

        Assert.True(
            (statement with { Sources = [FactLine.Index, FactLine.Index with { Url = "https://index.example.org/2" }] }).IsDateApproximate
        );
        Assert.False((statement with { Sources = [FactLine.Index, FactLine.Index with { Publisher = "Others" }] }).IsDateApproximate);
        Assert.False((statement with { Sources = [FactLine.Index, FactLine.Press] }).IsDateApproximate);
    }

    [Theory]
    [InlineData("licence A", false)]
    [InlineData("licence A press", true)]
    [InlineData("licence A index", true)]
    public void Statement_without_a_first_hand_source_is_second_hand(string line, bool isSecondHand) =>
        Assert.Equal(isSecondHand, FactLine.Parse("one", line).IsSecondHand);

    [Fact]
    public void Qualifier_that_is_not_there_is_null()
    {
        var statement = FactLine.Parse("one", "promise open the weights | by: Maker");

        Assert.Equal(("open the weights", "Maker"), (statement.Value, statement.Qualifier(Qualifiers.By)));
        Assert.Null(statement.Qualifier(Qualifiers.Due));
    }
}
