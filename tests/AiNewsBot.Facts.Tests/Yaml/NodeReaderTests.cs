using AiNewsBot.Facts.Yaml;
using YamlDotNet.Core;

namespace AiNewsBot.Facts.Tests.Yaml;

/// <summary>The part of YAML that a dataset is written in, with the line of each value.</summary>
public sealed class NodeReaderTests
{
    [Fact]
    public void Every_value_knows_its_line()
    {
        var map = Assert.IsType<MapNode>(Read("a: one\nb:\n  - two\n  - c: three\n"));

        Assert.Equal(new TextNode("one", 1), map["a"]);
        var list = Assert.IsType<ListNode>(map["b"]);
        Assert.Equal(3, list.Line);
        Assert.Equal(new TextNode("two", 3), list.Items[0]);
        Assert.Equal(new TextNode("three", 4), Assert.IsType<MapNode>(list.Items[1])["c"]);
    }

    [Fact]
    public void Keys_keep_their_order_and_the_first_of_two_is_read()
    {
        var map = Assert.IsType<MapNode>(Read("b: 1\na: 2\nb: 3\n"));

        Assert.Equal(["b", "a", "b"], map.Entries.Select(entry => entry.Key.Text));
        Assert.Equal(3, map.Entries[2].Key.Line);
        Assert.Equal(new TextNode("1", 1), map["b"]);
        Assert.Null(map["c"]);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("2024-03-17")]
    [InlineData("null")]
    [InlineData("1e3")]
    public void Scalars_stay_texts_whatever_they_look_like(string text) => Assert.Equal(new TextNode(text, 1), Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("# a comment\n")]
    public void Empty_file_has_no_document(string text) => Assert.Null(Read(text));

    [Theory]
    [InlineData("a: &x b\nc: *x\n", 2)]
    [InlineData("a: 1\n---\nb: 2\n", 2)]
    [InlineData("a: [1, 2\n", 2)]
    [InlineData("a: {b: 1\n", 2)]
    [InlineData("a: b: c\n", 1)]
    [InlineData("\"a\n", 2)]
    public void Yaml_that_no_dataset_needs_is_refused_with_its_line(string text, int line) =>
        Assert.InRange(Assert.ThrowsAny<YamlException>(() => Read(text)).Start.Line, 1, line);

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public void Nesting_is_limited(int depth, bool isRead)
    {
        var text = new string('[', depth) + "x" + new string(']', depth);

        if (isRead)
            Assert.IsType<ListNode>(Read(text));
        else
            Assert.Contains("nested deeper", Assert.ThrowsAny<YamlException>(() => Read(text)).Message, StringComparison.Ordinal);
    }

    private static Node? Read(string text) => NodeReader.Read(new StringReader(text));
}
