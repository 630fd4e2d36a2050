using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Tests.Model;

public sealed class SourceTests
{
    private static readonly Source Page = new("https://example.org/page", "A page", "Somebody", SourceKind.FirstHand);

    [Fact]
    public void Page_that_answers_is_read_at_its_own_address() =>
        Assert.Equal(Page.Url, (Page with { Archived = "https://archive.example.org/page" }).Address);

    [Fact]
    public void Dead_page_is_read_in_the_archive() =>
        Assert.Equal(
            "https://archive.example.org/page",
            (Page with { Archived = "https://archive.example.org/page", Dead = new DateOnly(2026, 11, 29) }).Address
        );

    [Fact]
    public void Dead_page_without_a_copy_keeps_its_address() =>
        Assert.Equal(Page.Url, (Page with { Dead = new DateOnly(2026, 11, 29) }).Address);
}
