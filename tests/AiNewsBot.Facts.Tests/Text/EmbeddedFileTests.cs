using System.Reflection;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Tests.Text;

public sealed class EmbeddedFileTests
{
    private static readonly Assembly Facts = typeof(EmbeddedFile).Assembly;

    [Theory]
    [InlineData("learning/aspects.bin")]
    [InlineData("words/en.txt")]
    [InlineData("propositions.yaml")]
    public void Shows_the_bytes_of_the_stream(string name)
    {
        using var stream = Facts.GetManifestResourceStream(name)!;
        var copy = new byte[stream.Length];
        stream.ReadExactly(copy);

        Assert.True(EmbeddedFile.Read(Facts, name).Span.SequenceEqual(copy));
    }

    [Fact]
    public void Stays_valid_after_a_collection_and_a_part_of_it_too()
    {
        var middle = EmbeddedFile.Read(Facts, "words/en.txt")[1000..2000];
        var before = middle.ToArray();

        GC.Collect();

        Assert.Equal(before, middle.ToArray());
    }

    [Fact]
    public void Says_which_file_is_missing() =>
        Assert.Equal(
            "learning/none.bin",
            Assert.Throws<FileNotFoundException>(() => EmbeddedFile.Read(Facts, "learning/none.bin")).FileName
        );
}
