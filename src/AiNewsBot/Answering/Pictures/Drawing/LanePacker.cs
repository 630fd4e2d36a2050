namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>Finds places in the rows of a lane, such that nothing lies on anything else.</summary>
internal sealed class LanePacker(float left, float right, int mostRows)
{
    private readonly List<List<(float From, float To)>> _rows = [];

    /// <summary>How many rows are taken.</summary>
    public int Rows => _rows.Count;

    /// <summary>A row for a dot with its name, and where the name begins; null where no row has room for both.</summary>
    /// <param name="x">The middle of the dot.</param>
    /// <param name="dot">From there to where a name can begin.</param>
    public (int Row, float NameX)? PlaceNamed(float x, float dot, float nameWidth)
    {
        const float between = 11;

        // Names point to where there is more room.
        (float From, float To, float NameX)[] sides =
        [
            (x - dot, x + dot + nameWidth, x + dot + 1),
            (x - dot - nameWidth, x + dot, x - dot - 1 - nameWidth),
        ];
        if (x - left > (right - left) * 0.6f)
            sides.AsSpan().Reverse();
        for (var row = 0; row < mostRows; row++)
        {
            foreach (var (from, to, nameX) in sides)
            {
                if (from >= left - dot && to <= right + dot && TryTake(row, from, to, between))
                    return (row, nameX);
            }
        }

        return null;
    }

    /// <summary>A row for a dot alone; the last one where none is free.</summary>
    public int Place(float x, float dot)
    {
        for (var row = 0; row < mostRows; row++)
        {
            if (TryTake(row, x - dot, x + dot, between: 0))
                return row;
        }

        return mostRows - 1;
    }

    private bool TryTake(int row, float from, float to, float between)
    {
        if (row < _rows.Count && _rows[row].Exists(taken => from < taken.To + between && to > taken.From - between))
            return false;
        if (row == _rows.Count)
            _rows.Add([]);
        _rows[row].Add((from, to));
        return true;
    }
}
