using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Model;

/// <summary>Which of several statements of a property held on a day.</summary>
public sealed class EffectiveStatementTests
{
    [Theory]
    [InlineData("licence A; licence B", "2024-07-01", "B")]
    [InlineData("licence A; licence B press", "2024-07-01", "A")]
    [InlineData("licence A press; licence B", "2024-07-01", "B")]
    [InlineData("licence A press; licence B index", "2024-07-01", "B")]
    [InlineData("licence A 2024-01-01; licence B", "2024-07-01", "A")]
    [InlineData("licence A; licence B 2024-01-01 press", "2024-07-01", "B")]
    [InlineData("licence A 2024-01-01; licence B 2024-01-01 press", "2024-07-01", "A")]
    [InlineData("licence A; licence B press local", "2024-07-01", "B")]
    [InlineData("licence A press local; licence B", "2024-07-01", "B")]
    [InlineData("licence A preferred; licence B 2024-06-01", "2024-07-01", "A")]
    [InlineData("licence A disputed; licence B", "2024-07-01", "B")]
    [InlineData("licence A; licence B disputed 2024-06-01", "2024-07-01", "A")]
    [InlineData("licence A disputed", "2024-07-01", "A")]
    [InlineData("licence A deprecated", "2024-07-01", null)]
    [InlineData("licence A deprecated; licence B press", "2024-07-01", "B")]
    [InlineData("licence A ..2024-06-01; licence B 2024-06-01", "2024-05-31", "A")]
    [InlineData("licence A ..2024-06-01; licence B 2024-06-01", "2024-06-01", "B")]
    [InlineData("licence A preferred ..2024-06-01; licence B", "2024-07-01", "B")]
    [InlineData("licence A 2024-08-01", "2024-07-01", null)]
    [InlineData("paper available", "2024-07-01", null)]
    public void Best_ranked_then_latest_then_first_hand_statement_held(string lines, string day, string? value)
    {
        var held = Held(lines, day);

        Assert.Equal(value, held.Value);
        Assert.False(held.Uncertain);
    }

    [Theory]
    [InlineData("licence A 2024-07", "2024-07-10")]
    [InlineData("licence A ..2024-07; licence B 2024-07", "2024-07-10")]
    [InlineData("licence A ..2024-06-01/2024-08-01", "2024-07-10")]
    public void Day_within_an_open_span_is_uncertain(string lines, string day) =>
        Assert.Equal(new EffectiveStatement(null, true), Held(lines, day));

    [Fact]
    public void Value_that_surely_held_is_certain_where_another_may_have_begun() =>
        Assert.Equal(("A", false), Held("licence A; licence B 2024-07", "2024-07-10") is var held ? (held.Value, held.Uncertain) : default);

    private static EffectiveStatement Held(string lines, string day) =>
        FactBuilder
            .Facts(FactLine.Model("one", lines.Split("; ")))
            .Find("one")!
            .GetEffective(Properties.Licence, DateOnly.Parse(day, null));
}
