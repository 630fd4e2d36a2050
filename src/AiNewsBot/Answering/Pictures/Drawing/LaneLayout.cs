namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>Where the releases of a lane lie: those with room for their names, the
/// newest first, and below them the others as small dots.</summary>
internal sealed class LaneLayout
{
    public const float Size = 12.5f;
    private const float Head = 24;
    private const float RowHeight = 19;
    private const float SmallHeight = 9;
    private const float Radius = 6;
    private const float SmallRadius = 3.5f;
    private const int MaxSmallRows = 8;

    private readonly ChartLane _lane;
    private readonly List<(ChartRelease Release, float X, int Row, float NameX)> _named = [];
    private readonly List<(float X, int Row)> _small = [];
    private readonly float _smallTop;

    public LaneLayout(DrawingSurface drawingSurface, ChartLane lane, TimeAxis axis, float left, float right, int mostRows)
    {
        _lane = lane;
        var (named, small) = (new LanePacker(left - Radius, right + Radius, mostRows), new LanePacker(left, right, MaxSmallRows));
        foreach (var release in lane.Releases.Reverse())
        {
            var x = (axis.X(release.Date.Earliest) + axis.X(release.Date.Latest)) / 2;
            if (named.PlaceNamed(x, Radius + 2, drawingSurface.Measure(release.Name, Size)) is var (row, nameX))
                _named.Add((release, x, row, nameX));
            else
                _small.Add((x, small.Place(x, SmallRadius + 0.5f)));
        }

        Rows = named.Rows;
        _smallTop = Head + Rows * RowHeight;
        Height = _smallTop + (small.Rows > 0 ? small.Rows * SmallHeight + 2 : 0) + 10;
    }

    /// <summary>How many rows of names it has.</summary>
    public int Rows { get; }

    /// <summary>How many releases have no room for their names.</summary>
    public int Unnamed => _small.Count;

    public float Height { get; }

    public void Draw(DrawingSurface drawingSurface, float top)
    {
        drawingSurface.Box(DrawingSurface.Margin / 2, top, DrawingSurface.Width - DrawingSurface.Margin / 2, top + Head - 3, Palette.Band);
        Symbols.Draw(drawingSurface, _lane.Verdict, DrawingSurface.Margin + 6, top + 10.5f, Radius);
        drawingSurface.Text(
            $"{PictureText.Format(_lane.Verdict)} · {_lane.Releases.Length}",
            DrawingSurface.Margin + 20,
            top + 15,
            13,
            Palette.For(_lane.Verdict),
            bold: true
        );
        foreach (var (release, x, row, nameX) in _named)
        {
            var y = top + Head + 10 + row * RowHeight;

            // The lines of the years would run through dot and name.
            Symbols.Disc(drawingSurface, x, y, Radius + 2, Palette.Ground);
            drawingSurface.Box(nameX - 1, y - 7, nameX + drawingSurface.Measure(release.Name, Size) + 1, y + 8, Palette.Ground);
            Symbols.Draw(drawingSurface, _lane.Verdict, x, y, Radius);
            drawingSurface.Text(release.Name, nameX, y + 4.5f, Size, Palette.Text);
        }

        foreach (var (x, row) in _small)
            Symbols.Disc(drawingSurface, x, top + _smallTop + 5 + row * SmallHeight, SmallRadius, Palette.For(_lane.Verdict));
    }
}
