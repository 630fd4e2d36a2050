using AiNewsBot.Facts.Learning;

namespace AiNewsBot.Facts.Tests.Learning;

/// <summary>The classifier of questions: features, weights in bytes, calibration, and which readings are taken.</summary>
public sealed class ClassifierTests
{
    [Fact]
    public void Features_are_those_of_the_words_their_order_and_the_marks()
    {
        var one = Write("is MODEL open");

        Assert.Equal(one, Write("is MODEL open"));
        Assert.NotEqual(one, Write("MODEL is open"));
        Assert.NotEqual(one, Write("is MODEL open", "names 1"));
        Assert.Equal(one.Length + 1, Write("is MODEL open", "names 1").Length);
        Assert.All(one, bucket => Assert.True(bucket < Features.Buckets));
    }

    [Fact]
    public void Name_that_is_masked_tells_nothing_of_its_letters() =>
        Assert.True(Write("is MODEL open").Length < Write("is quillon open").Length);

    [Fact]
    public void Letters_of_words_without_spaces_are_read_one_by_one() => Assert.NotEmpty(Write("开源").Intersect(Write("开放")));

    [Fact]
    public void Features_of_the_longest_question_fit() =>
        Assert.Equal(Features.Max, Write(string.Join(' ', Enumerable.Range(0, 400).Select(i => $"word{i}"))).Length);

    [Fact]
    public void Question_without_words_has_the_features_of_its_ends() => Assert.Single(Write(""));

    [Fact]
    public void Classifier_is_read_as_it_was_written()
    {
        var classifier = Trained();

        Assert.Equal(["licence", "openness"], classifier.Labels);
        Assert.Equal(0.75f, classifier.Calibration.Threshold);
        Assert.Equal((2f, 0.5f), classifier.Calibration.Lines[1]);
    }

    // Bucket 7 speaks for the licence, bucket 9 for openness, twice as much.
    [Theory]
    [InlineData(new ushort[] { 7 }, 0)]
    [InlineData(new ushort[] { 9 }, 1)]
    [InlineData(new ushort[] { 7, 9 }, 1)]
    [InlineData(new ushort[] { 7, 7, 7, 9 }, 0)]
    public void Likelier_reading_has_more_weight_and_all_add_up_to_one(ushort[] buckets, int best)
    {
        var scores = Trained().Score(buckets);

        Assert.True(scores.First[best] > scores.First[1 - best]);
        Assert.Equal(1, scores.First.Sum(), 4);
        Assert.True(scores.Asked[best] > 0.5f);
    }

    [Fact]
    public void Question_without_features_is_as_likely_each() => Assert.Equal(0.5f, Trained().Score([]).First[0], 4);

    [Theory]
    [InlineData(0.5f, 0.5f)]
    [InlineData(0.9f, 0.9f)]
    [InlineData(0f, 0.0001f)]
    [InlineData(1f, 0.9999f)]
    public void Calibration_without_lines_leaves_likelihoods_within_bounds(float likelihood, float calibrated) =>
        Assert.Equal(calibrated, AspectCalibration.None(1).Apply(0, likelihood), 4);

    [Fact]
    public void Calibration_bends_likelihoods_by_slope_and_intercept()
    {
        var calibration = new AspectCalibration([(0.5f, 0f), (1f, -2f)], 0.5f);

        Assert.InRange(calibration.Apply(0, 0.9f), 0.74f, 0.76f);
        Assert.True(calibration.Apply(1, 0.5f) < 0.2f);
        Assert.Equal(calibration.Write().Length, AspectCalibration.SizeOf(2));
        Assert.Equal(calibration.Lines, AspectCalibration.Read(calibration.Write(), 2).Lines);
    }

    // First and asked likelihoods of licence, licence.of, maker, list.
    [Theory]
    [InlineData("0.6 0.1 0.2 0.1", "0.9 0.1 0.1 0.1", false, "licence", 0.7f)]
    [InlineData("0.5 0.1 0.3 0.1", "0.9 0.1 0.6 0.1", false, "licence maker", 0.9f)]
    [InlineData("0.5 0.1 0.3 0.1", "0.9 0.1 0.4 0.1", false, "licence", 0.6f)]
    [InlineData("0.5 0.1 0.3 0.1", "0.9 0.1 0.4 0.1", true, "licence maker", 0.9f)]
    [InlineData("0.5 0.3 0.1 0.1", "0.9 0.9 0.1 0.1", false, "licence", 0.8f)]
    [InlineData("0.1 0.1 0.3 0.5", "0.1 0.1 0.9 0.9", false, "list", 0.5f)]
    [InlineData("0.5 0.1 0.1 0.3", "0.9 0.1 0.1 0.9", false, "licence", 0.6f)]
    public void Second_thing_is_asked_where_it_is_likely_and_of_another_kind(
        string first,
        string asked,
        bool isJoined,
        string labels,
        float confidence
    )
    {
        var (taken, sure) = AspectChoice.Choose(
            ["licence", "licence.of", "maker", "list"],
            new AspectScores(Floats(first), Floats(asked)),
            null,
            isJoined
        );

        Assert.Equal(labels, string.Join(' ', taken.Select(index => new[] { "licence", "licence.of", "maker", "list" }[index])));
        Assert.Equal(confidence, sure, 3);
    }

    [Fact]
    public void Only_what_fits_the_question_is_taken()
    {
        var scores = new AspectScores([0.7f, 0.3f], [0.9f, 0.1f]);

        var (taken, sure) = AspectChoice.Choose(["list", "maker"], scores, index => index == 1);

        Assert.Equal([1], taken);
        Assert.Equal(1, sure);
        Assert.Empty(AspectChoice.Choose(["list", "maker"], scores, _ => false).Asked);
    }

    private static float[] Floats(string text) =>
        [.. text.Split(' ').Select(number => float.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];

    private static ushort[] Write(string words, params string[] marks)
    {
        var buckets = new ushort[Features.Max];
        MaskedWord[] masked =
        [
            .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new MaskedWord(word, word == "MODEL" ? null : word)),
        ];
        return buckets[..Features.Write(masked, marks, buckets)];
    }

    private static AspectClassifier Trained()
    {
        var weights = new sbyte[Features.Buckets * 4];
        (weights[7 * 4], weights[7 * 4 + 2]) = (10, 10);
        (weights[9 * 4 + 1], weights[9 * 4 + 3]) = (20, 20);
        return AspectClassifier.Read(
            AspectClassifier.Write(["licence", "openness"], 0.1f, 0.1f, new AspectCalibration([(1f, 0f), (2f, 0.5f)], 0.75f), weights)
        );
    }
}
