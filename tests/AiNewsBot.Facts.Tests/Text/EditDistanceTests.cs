using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Tests.Text;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("grok", "grok", 2, 0)]
    [InlineData("llama", "lama", 2, 1)]
    [InlineData("lama", "llama", 2, 1)]
    [InlineData("grok", "grak", 2, 1)]
    [InlineData("grok", "gork", 2, 1)]
    [InlineData("opne source", "open sorce", 2, 2)]
    [InlineData("kitten", "sitting", 3, 3)]
    [InlineData("", "ab", 2, 2)]
    [InlineData("", "", 0, 0)]
    public void Letters_left_out_added_replaced_or_swapped_count_one_each(string one, string other, int limit, int distance) =>
        Assert.Equal(distance, EditDistance.Within(one, other, limit));

    [Theory]
    [InlineData("kitten", "sitting", 2)]
    [InlineData("grok", "gr", 1)]
    [InlineData("grok", "grak", 0)]
    [InlineData("abcdef", "uvwxyz", 5)]
    public void Words_that_are_further_apart_than_the_limit_have_no_distance(string one, string other, int limit) =>
        Assert.Null(EditDistance.Within(one, other, limit));

    // Swapped letters are not edited again: "ca" to "abc" takes three steps, not two.
    [Fact]
    public void Swapped_letters_with_one_between_take_three_edits() => Assert.Equal(3, EditDistance.Within("ca", "abc", 3));

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Words_over_64_letters_have_no_distance(int length, bool hasDistance)
    {
        var word = new string('a', length);

        Assert.Equal(hasDistance, EditDistance.Within(word, word, 2) is 0);
        Assert.Equal(hasDistance, EditDistance.Within(word, word.AsSpan(1), 2) is 1);
        Assert.Equal(hasDistance, EditDistance.Within(word.AsSpan(1), word, 2) is 1);
    }
}
