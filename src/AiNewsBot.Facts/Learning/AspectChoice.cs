namespace AiNewsBot.Facts.Learning;

/// <summary>Which readings of a question are taken.</summary>
internal static class AspectChoice
{
    // Chosen on held-out rows: below, what is asked besides is as often only spoken of.
    private const float AskedToo = 0.5f;
    private const float LeastFirst = 0.15f;

    /// <summary>The labels of all that is asked, the likeliest first.</summary>
    public static int[] Asked(AspectScores scores)
    {
        var best = Array.IndexOf(scores.First, scores.First.Max());
        return [best, .. Enumerable.Range(0, scores.First.Length).Where(index => index != best && scores.Asked[index] >= AskedToo && scores.First[index] >= LeastFirst).OrderByDescending(index => scores.First[index])];
    }
}
