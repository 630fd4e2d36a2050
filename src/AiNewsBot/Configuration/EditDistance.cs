namespace AiNewsBot.Configuration;

/// <summary>How many letters must be added, left out, changed or swapped with their
/// neighbour to make one text of another, ignoring case.</summary>
internal static class EditDistance
{
    public static int Between(string one, string other)
    {
        (one, other) = (one.ToUpperInvariant(), other.ToUpperInvariant());
        var costs = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    costs[i, j] = i + j;
                    continue;
                }

                var cost = Math.Min(
                    Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1,
                    costs[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)
                );
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    cost = Math.Min(cost, costs[i - 2, j - 2] + 1);
                costs[i, j] = cost;
            }
        }

        return costs[one.Length, other.Length];
    }
}
