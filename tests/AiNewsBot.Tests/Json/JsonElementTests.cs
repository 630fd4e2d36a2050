using System.Text.Json;
using AiNewsBot.Json;

namespace AiNewsBot.Tests.Json;

/// <summary>Answers of others need not be what they ought to be: what is missing or of another kind is null.</summary>
public sealed class JsonElementTests
{
    [Theory]
    [InlineData("""{"a":"text"}""", "text")]
    [InlineData("""{"a":""}""", null)]
    [InlineData("""{"a":1}""", null)]
    [InlineData("""{"a":null}""", null)]
    [InlineData("""{"a":{}}""", null)]
    [InlineData("""{"b":"text"}""", null)]
    [InlineData("""{"a":"\ud83d"}""", null)]
    [InlineData("""{"a":"\ud83d\ude00"}""", "😀")]
    [InlineData("""["a"]""", null)]
    [InlineData(""" "a" """, null)]
    public void Text_is_a_string_that_is_not_empty(string json, string? text) => Assert.Equal(text, Parse(json).Text("a"));

    [Theory]
    [InlineData("""{"a":true}""", true)]
    [InlineData("""{"a":false}""", false)]
    [InlineData("""{"a":"true"}""", null)]
    [InlineData("""{"a":1}""", null)]
    [InlineData("""{}""", null)]
    [InlineData("[]", null)]
    public void Flag_is_true_or_false_and_nothing_like_it(string json, bool? flag) => Assert.Equal(flag, Parse(json).Flag("a"));

    [Theory]
    [InlineData("""{"a":[1,2]}""", 2)]
    [InlineData("""{"a":[]}""", 0)]
    [InlineData("""{"a":{"0":1}}""", 0)]
    [InlineData("""{"a":"12"}""", 0)]
    [InlineData("null", 0)]
    public void Items_are_those_of_an_array(string json, int count) => Assert.Equal(count, Parse(json).Items("a").Count());

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
