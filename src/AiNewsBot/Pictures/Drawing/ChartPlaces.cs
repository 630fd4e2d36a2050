namespace AiNewsBot.Pictures.Drawing;

/// <summary>Finds places for dots and their names in a lane, such that no two lie on each other; the newest get theirs first.</summary>
internal sealed class ChartPlaces(float left, float right, int mostRows)
{
    private const float Dot = 8;
    private const float Space = 11;

    private readonly List<List<(float From, float To)>> _rows = [];

    /// <summary>How many rows are taken.</summary>
    public int Rows => Math.Max(1, _rows.Count);

    /// <summary>A row for a dot at x, and where its name begins; null for the name where there is no room for it.</summary>
    public (int Row, float? NameX) Place(float x, float nameWidth)
    {
        // Names point to where there is more room.
        (float From, float To, float NameX)[] sides =
        [
            (x - Dot, x + Dot + nameWidth, x + Dot + 1),
            (x - Dot - nameWidth, x + Dot, x - Dot - 1 - nameWidth),
        ];
        if (x - left > (right - left) * 0.6f)
            sides.AsSpan().Reverse();
        for (var row = 0; row < mostRows; row++)
        {
            foreach (var (from, to, nameX) in sides)
            {
                if (from >= left - Dot && to <= right + Dot && TryTake(row, from, to, Space))
                    return (row, nameX);
            }
        }

        for (var row = 0; row < mostRows; row++)
        {
            if (TryTake(row, x - Dot, x + Dot, between: 0))
                return (row, null);
        }

        return (mostRows - 1, null);
    }

    private bool TryTake(int row, float from, float to, float between)
    {
        while (_rows.Count <= row)
            _rows.Add([]);
        if (_rows[row].Exists(taken => from < taken.To + between && to > taken.From - between))
            return false;
        _rows[row].Add((from, to));
        return true;
    }
}
