using AiNewsBot.Facts.Timelines;
using AiNewsBot.Pictures;
using AiNewsBot.Pictures.Drawing;

namespace AiNewsBot.Tests.Pictures;

/// <summary>
/// Pictures as they were looked at and found good. The library sees no fonts but the embedded one (see the test of the font), so they are the
/// same on every machine, but for a rounding here and there.
/// </summary>
public sealed class ReferencePictureTests
{
    // Of a pixel in a thousand another processor may round the edge otherwise.
    private const double Tolerance = 0.001;

    private static readonly Dictionary<string, Picture> Drawn = new()
    {
        ["comparison-of-releases"] = ComponentMatrix.Of(Models.Facts, [Models.Of("boreal-2"), Models.Of("boreal-3-mini"), Models.Of("meadow-1")], Models.Today),
        ["comparison-of-makers"] = ComponentMatrix.Of(Models.Facts, [Models.Of("aurora"), Models.Of("commons"), Models.Of("star")], Models.Today),
        ["timeline"] = Line("boreal"),
        ["timeline-of-one-event"] = Line("meadow"),
        ["timeline-with-too-many-events"] = Line("star"),
        ["timeline-with-changes-of-licence"] = Line("river"),
        ["releases"] = ReleaseChart.Of(Models.Facts, Models.Of("aurora"), Models.Today)!,
        ["many-releases"] = ReleaseChart.Of(Models.Facts, Models.Of("star"), Models.Today)!,
    };

    public static TheoryData<string> Names => [.. Drawn.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_looks_as_it_did(string name)
    {
        var file = PictureFile.Of(Drawn[name]);
        var reference = Path.Combine(RepositoryRoot.Path, "tests", "AiNewsBot.Tests", "Pictures", "References", name + ".png");

        // After a change that is meant: DRAW=1 dotnet test draws them anew. Look at each before it is committed.
        if (Environment.GetEnvironmentVariable("DRAW") == "1")
            File.WriteAllBytes(reference, file);

        var (drawn, wanted) = (Pixels.Of(file), Pixels.Of(File.ReadAllBytes(reference)));
        Assert.Equal((wanted.Width, wanted.Height), (drawn.Width, drawn.Height));
        Assert.InRange(drawn.Differences(wanted), 0, Tolerance * wanted.Width * wanted.Height);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_in_it_reaches_over_the_edge(string name) => Assert.True(Pixels.Of(Drawn[name]).HasFreeEdges(width: 12));

    [Fact]
    public void A_comparison_notices_another_picture()
    {
        var (one, other) = (Pixels.Of(Line("boreal")), Pixels.Of(Line("boreal") with { Title = "Another title" }));

        Assert.True(one.Differences(other) > Tolerance * one.Width * one.Height);
    }

    private static EventLine Line(string id) => EventLines.Of(Models.Facts, Models.Of(id), Timeline.Of(Models.Facts, Models.Of(id)), Models.Today)!;
}
