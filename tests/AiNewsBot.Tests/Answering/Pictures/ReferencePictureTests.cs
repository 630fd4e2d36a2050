using AiNewsBot.Answering.Pictures;
using AiNewsBot.Answering.Pictures.Drawing;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Tests.Answering.Pictures;

/// <summary>
/// Pictures as they were looked at and found good. The library sees no fonts but the embedded one (see the test of the font), so they are
/// the same on every machine, but for a rounding here and there.
/// </summary>
public sealed class ReferencePictureTests
{
    // Of a pixel in a thousand another processor may round the edge otherwise.
    private const double Tolerance = 0.001;

    private static readonly Dictionary<string, Picture> Drawn = new()
    {
        ["comparison-of-releases"] = ComponentMatrix.Create(
            Models.Facts,
            [Models.Create("boreal-2"), Models.Create("boreal-3-mini"), Models.Create("meadow-1")],
            Models.Today
        ),
        ["comparison-of-makers"] = ComponentMatrix.Create(
            Models.Facts,
            [Models.Create("aurora"), Models.Create("commons"), Models.Create("star")],
            Models.Today
        ),
        ["timeline"] = Line("boreal"),
        ["timeline-of-one-event"] = Line("meadow"),
        ["timeline-with-too-many-events"] = Line("star"),
        ["timeline-with-changes-of-licence"] = Line("river"),
        ["releases"] = ReleaseChart.Create(Models.Facts, Models.Create("aurora"), Models.Today)!,
        ["many-releases"] = ReleaseChart.Create(Models.Facts, Models.Create("star"), Models.Today)!,
    };

    public static TheoryData<string> Names => [.. Drawn.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Picture_matches_its_reference(string name)
    {
        var file = PngRenderer.Render(Drawn[name]);
        var reference = Path.Combine(RepositoryRoot.Path, "tests", "AiNewsBot.Tests", "Answering", "Pictures", "References", name + ".png");

        // After a change that is meant: DRAW=1 dotnet test draws them again. Look at each before it is committed.
        if (Environment.GetEnvironmentVariable("DRAW") == "1")
            File.WriteAllBytes(reference, file);

        var (drawn, wanted) = (Pixels.Create(file), Pixels.Create(File.ReadAllBytes(reference)));
        Assert.Equal((wanted.Width, wanted.Height), (drawn.Width, drawn.Height));
        Assert.InRange(drawn.Differences(wanted), 0, Tolerance * wanted.Width * wanted.Height);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Picture_keeps_within_its_edges(string name) => Assert.True(Pixels.Create(Drawn[name]).HasFreeEdges(width: 12));

    [Fact]
    public void Reference_comparison_detects_another_picture()
    {
        var (one, other) = (Pixels.Create(Line("boreal")), Pixels.Create(Line("boreal") with { Title = "Another title" }));

        Assert.True(one.Differences(other) > Tolerance * one.Width * one.Height);
    }

    private static EventLine Line(string id) =>
        EventLineBuilder.Create(Models.Facts, Models.Create(id), Timeline.Create(Models.Facts, Models.Create(id)), Models.Today)!;
}
