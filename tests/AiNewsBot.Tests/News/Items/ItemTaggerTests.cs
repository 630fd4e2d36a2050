namespace AiNewsBot.Tests.News.Items;

/// <summary>What a story speaks of, by the names in it; with what those belong to.</summary>
public sealed class ItemTaggerTests : IAsyncLifetime
{
    private NewsStorage _news = null!;

    public async ValueTask InitializeAsync() => _news = await NewsStorage.CreateAsync();

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    [Theory]
    [InlineData("Quartz 2 is out", null, "quartz-2 quartz lumen")]
    [InlineData("New weights", "They are of Flint 9.", "flint-9 flint rival")]
    [InlineData("The Quartz models grow up", null, "quartz lumen")]
    [InlineData("Lumen Labs hires", null, "lumen")]
    [InlineData("Nothing of note", "It rains.", "")]
    public void Names_in_title_and_text_bring_their_family_and_maker(string title, string? text, string subjects) =>
        Assert.Equal(subjects.Split(' ', StringSplitOptions.RemoveEmptyEntries), _news.Tagger.SubjectsOf(title, text));

    [Fact]
    public void Named_models_are_tagged_before_their_families_and_makers()
    {
        var subjects = _news.Tagger.SubjectsOf("Quartz 2 beats Flint 9", null);

        Assert.Equal(["quartz-2", "flint-9"], subjects[..2]);
        Assert.Equal(["flint", "lumen", "quartz", "rival"], subjects[2..].Order());
    }

    [Fact]
    public void Each_subject_is_tagged_once() =>
        Assert.Equal(["quartz-1", "quartz-2", "quartz", "lumen"], _news.Tagger.SubjectsOf("Quartz 1, Quartz 2, Quartz 1", null));

    [Fact]
    public void Licence_is_no_subject_of_a_story() => Assert.Empty(_news.Tagger.SubjectsOf("Under the Glass License", null));
}
