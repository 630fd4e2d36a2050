namespace AiNewsBot.Facts.Text;

/// <summary>How many letters two words are apart: inserted, left out, replaced or swapped with their neighbour.</summary>
public static class EditDistance
{
    private const int MaxWordLength = 64;

    /// <summary>The distance, or null when it is over the limit. Words over 64 characters have none.</summary>
    public static int? Within(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int limit)
    {
        if (Math.Abs(one.Length - other.Length) > limit || one.Length > MaxWordLength || other.Length > MaxWordLength)
            return null;
        Span<int> beforeLast = stackalloc int[MaxWordLength + 1];
        Span<int> last = stackalloc int[MaxWordLength + 1];
        Span<int> row = stackalloc int[MaxWordLength + 1];
        for (var j = 0; j <= other.Length; j++)
            last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                var distance = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    distance = Math.Min(distance, beforeLast[j - 2] + 1);
                row[j] = distance;
                least = Math.Min(least, distance);
            }

            if (least > limit)
                return null;
            var spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }

        return last[other.Length] <= limit ? last[other.Length] : null;
    }
}
