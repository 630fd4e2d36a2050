using AiNewsBot.Answering.Pictures;
using AiNewsBot.Answering.Pictures.Drawing;
using AiNewsBot.Facts.Verdicts;
using SkiaSharp;

namespace AiNewsBot.Tests.Answering.Pictures;

/// <summary>Text is drawn with the embedded font alone; with any other, a server without fonts would draw none and say nothing.</summary>
public sealed class EmbeddedFontTests
{
    [Fact]
    public void Drawing_uses_no_system_font()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere the library is built with the system's fonts");

        Assert.Equal(0, SKTypeface.Default.GlyphCount);
    }

    [Fact]
    public void Both_font_weights_are_embedded()
    {
        Assert.StartsWith("Inter", Typefaces.Regular.FamilyName);
        Assert.StartsWith("Inter", Typefaces.SemiBold.FamilyName);
        Assert.NotEqual(Typefaces.Regular.FontWeight, Typefaces.SemiBold.FontWeight);
    }

    [Fact]
    public void Both_font_weights_have_every_allowed_character()
    {
        using var regular = new SKFont(Typefaces.Regular);
        using var semiBold = new SKFont(Typefaces.SemiBold);

        Assert.DoesNotContain(LegibleText.Characters, character => regular.GetGlyph(character) == 0 || semiBold.GetGlyph(character) == 0);
        Assert.Equal(0, regular.GetGlyph('星'));
    }

    [Fact]
    public void Drawn_text_is_visible()
    {
        var with = Pixels.Create(new ReleaseChart("Boreal: releases by openness", Models.Today, Lanes("Boreal 2"), 0));
        var without = Pixels.Create(new ReleaseChart(" ", Models.Today, Lanes(" "), 0));

        // A heading of twenty-odd letters and a name: some thousand bright pixels, and some hundred.
        Assert.InRange(with.Count(Palette.Text, 0, 80) - without.Count(Palette.Text, 0, 80), 1500, 8000);
        Assert.InRange(with.Count(Palette.Text, 130, with.Height) - without.Count(Palette.Text, 130, with.Height), 200, 3000);
    }

    [Fact]
    public void Font_licence_is_copied_beside_the_program()
    {
        var licence = Path.Combine(RepositoryRoot.Path, "src", "AiNewsBot", "Answering", "Pictures", "Fonts", "OFL.txt");

        Assert.Contains("SIL OPEN FONT LICENSE Version 1.1", File.ReadAllText(licence));
        Assert.Contains("Inter", File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md")));
        Assert.True(
            File.Exists(Path.Combine(AppContext.BaseDirectory, "Pictures", "Fonts", "OFL.txt")),
            "the licence does not go with the program"
        );
    }

    private static System.Collections.Immutable.ImmutableArray<ChartLane> Lanes(string name) =>
        [new ChartLane(VerdictKind.OpenWeights, [new ChartRelease(name, AiNewsBot.Facts.Model.FactDate.Parse("2024-05-14"))])];
}
