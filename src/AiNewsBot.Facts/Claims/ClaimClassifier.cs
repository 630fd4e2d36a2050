using System.Collections.Immutable;
using System.Reflection;

namespace AiNewsBot.Facts.Claims;

/// <summary>Finds what a message says, whether it is put forward, and of which names: three logistic regressions that were learned from
/// rows.</summary>
/// <param name="Spans">Tells of a unit of which kinds it says something.</param>
/// <param name="States">Tells of what is said whether it is put forward, denied, or neither.</param>
/// <param name="Pairs">Tells of a name whether that is said of it, or the opposite, or neither.</param>
internal sealed record ClaimClassifier(LinearModel Spans, LinearModel States, LinearModel Pairs)
{
    /// <summary>Labels of a pair, in their order.</summary>
    public static readonly ImmutableArray<string> PairLabels = ["none", "same", "opposite"];

    /// <summary>Labels of what is said, in their order.</summary>
    public static readonly ImmutableArray<string> StateLabels = ["none", "said", "denied"];

    private const float MinLikelihood = 0.08f;

    // What is less likely is asked of no name.
    private const float MinClaim = 0.05f;
    private const int MaxSpans = 60;

    private static readonly Lazy<ClaimClassifier> Loaded = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("learned/claims.bin")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes);
    });

    /// <summary>The one that comes with the program.</summary>
    public static ClaimClassifier Shipped => Loaded.Value;

    /// <summary>Reads the file.</summary>
    public static ClaimClassifier Read(ReadOnlySpan<byte> file)
    {
        var spans = LinearModel.Read(ref file);
        var states = LinearModel.Read(ref file);
        return new ClaimClassifier(spans, states, LinearModel.Read(ref file));
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] Write() => [.. Spans.Write(), .. States.Write(), .. Pairs.Write()];

    /// <summary>What is said in a message, whoever it is said of.</summary>
    public ImmutableArray<ClaimSpan> FindSpans(ClaimMessage message) => FindSpans(message, Spans);

    /// <summary>The same by one model.</summary>
    public static ImmutableArray<ClaimSpan> FindSpans(ClaimMessage message, LinearModel model)
    {
        var kinds = model.Labels.Length;
        var likelihoods = new float[message.Units.Length * kinds];
        Span<uint> room = stackalloc uint[SpanFeatures.Max];
        for (var i = 0; i < message.Units.Length; i++)
        {
            if (message.Units[i].IsMark)
                continue;
            var features = new FeatureList(room);
            SpanFeatures.Collect(message, i, ref features);
            model.ScoreEach(features.Features, likelihoods.AsSpan(i * kinds, kinds));
        }

        var spans = ImmutableArray.CreateBuilder<ClaimSpan>();
        for (var kind = 0; kind < kinds; kind++)
        {
            var known = spans.Count;
            if (ClaimKinds.IsOfNames(model.Labels[kind]))
                AddNamed(message, kind, model.Labels[kind], likelihoods, kinds, spans);
            else
                AddRuns(message, kind, likelihoods, kinds, model.Labels[kind] == ClaimKinds.Licence, spans);
            foreach (var hit in message.Hits)
            {
                if (!ClaimKinds.IsShownBy(model.Labels[kind], hit))
                    continue;
                var (start, end) = (message.UnitAt(hit.Start), message.UnitAt(hit.End - 1) + 1);
                if (end <= message.Units.Length && start < end && !spans.Skip(known).Any(span => span.Overlaps(start, end)))
                    spans.Add(new ClaimSpan(kind, start, end, Highest(likelihoods, kind, kinds, start, end)));
            }
        }

        return spans.Count > MaxSpans ? [.. spans.OrderByDescending(span => span.Likelihood).Take(MaxSpans)] : spans.ToImmutable();
    }

    private static void AddNamed(
        ClaimMessage message,
        int kind,
        string label,
        float[] likelihoods,
        int kinds,
        ImmutableArray<ClaimSpan>.Builder spans
    )
    {
        if (label == ClaimKinds.ReleaseDate)
        {
            foreach (var date in message.Dates)
            {
                var (start, end) = (message.UnitAt(date.Start), message.UnitAt(date.Start + date.Count - 1) + 1);
                if (end <= message.Units.Length)
                    spans.Add(new ClaimSpan(kind, start, end, Highest(likelihoods, kind, kinds, start, end)));
            }

            return;
        }

        foreach (var name in message.Names)
        {
            if (label == ClaimKinds.Maker ? name.Kind == ClaimNameKind.Maker : name.Kind == ClaimNameKind.Model)
                spans.Add(new ClaimSpan(kind, name.Unit, name.Unit + 1, likelihoods[name.Unit * kinds + kind]));
        }
    }

    // Units in a row, each likely; a licence's name is one in any case, and two licences are two.
    private static void AddRuns(
        ClaimMessage message,
        int kind,
        float[] likelihoods,
        int kinds,
        bool isLicence,
        ImmutableArray<ClaimSpan>.Builder spans
    )
    {
        var units = message.Units;
        var start = -1;
        for (var i = 0; i <= units.Length; i++)
        {
            var isNamed = isLicence && i < units.Length && IsLicence(message, i);
            var isIn =
                i < units.Length
                && !isNamed
                && likelihoods[i * kinds + kind] >= MinLikelihood
                && (start < 0 || units[i].Sentence == units[start].Sentence);
            if (!isIn && start >= 0)
            {
                spans.Add(new ClaimSpan(kind, start, i, Highest(likelihoods, kind, kinds, start, i)));
                start = -1;
            }

            if (isNamed)
                spans.Add(new ClaimSpan(kind, i, i + 1, likelihoods[i * kinds + kind]));
            else if (isIn && start < 0)
                start = i;
        }
    }

    private static bool IsLicence(ClaimMessage message, int unit) =>
        message.Units[unit].Name is >= 0 and var name && message.Names[name].Kind == ClaimNameKind.Licence;

    private static float Highest(float[] likelihoods, int kind, int kinds, int start, int end)
    {
        var highest = 0f;
        for (var i = start; i < end; i++)
            highest = MathF.Max(highest, likelihoods[i * kinds + kind]);
        return highest;
    }

    /// <summary>Each name with each thing that may be said of it.</summary>
    public static ImmutableArray<ClaimPair> PairsOf(ClaimMessage message, ImmutableArray<ClaimSpan> spans, ImmutableArray<string> kinds)
    {
        var pairs = ImmutableArray.CreateBuilder<ClaimPair>();
        foreach (var span in spans)
        {
            foreach (var name in NearestOf(message, span))
            {
                // A company is made by none, is built on nothing and does not come out.
                if (message.Names[name].Kind != ClaimNameKind.Maker || !ClaimKinds.IsOfNames(kinds[span.Kind]))
                    pairs.Add(new ClaimPair(name, span));
            }
        }

        return pairs.ToImmutable();
    }

    // Of names that mean the same, the nearest to what is said; one before it rather than one behind.
    private static IEnumerable<int> NearestOf(ClaimMessage message, ClaimSpan span)
    {
        var names = message.Names;
        for (var i = 0; i < names.Length; i++)
        {
            if (!names[i].IsSubject || span.End - span.Start == 1 && names[i].Unit == span.Start)
                continue;
            var best = i;
            for (var j = 0; j < names.Length && best >= 0; j++)
            {
                if (j == i || !names[j].IsSubject || !names[j].IsSame(names[i]))
                    continue;
                var (one, other) = (Distance(message, names[i], span), Distance(message, names[j], span));
                if (other < one || other == one && j < i)
                    best = -1;
            }

            if (best >= 0)
                yield return i;
        }
    }

    private static int Distance(ClaimMessage message, ClaimName name, ClaimSpan span)
    {
        var far = 20 * Math.Abs(message.Units[name.Unit].Sentence - message.Units[span.Start].Sentence);
        return name.Unit >= span.End ? name.Unit - span.End + 3 + far
            : name.Unit >= span.Start ? far
            : span.Start - name.Unit - 1 + far;
    }

    /// <summary>What may be said of whom, with how likely it is.</summary>
    public List<ReadClaim> Find(ClaimMessage message)
    {
        var found = new List<ReadClaim>();
        Span<float> state = stackalloc float[StateLabels.Length];
        Span<float> link = stackalloc float[PairLabels.Length];
        foreach (var span in FindSpans(message))
        {
            ScoreState(message, span, state);
            foreach (var pair in PairsOf(message, [span], Spans.Labels))
            {
                if (state[0] > 1 - MinClaim)
                {
                    found.Add(new ReadClaim(pair, false, 0));
                    continue;
                }

                Score(message, pair, link);
                var said = state[1] * link[1] + state[2] * link[2];
                var denied = state[2] * link[1] + state[1] * link[2];
                found.Add(new ReadClaim(pair, denied > said, said + denied));
            }
        }

        return found;
    }

    /// <summary>How likely it is that something is put forward, or denied.</summary>
    public void ScoreState(ClaimMessage message, ClaimSpan span, Span<float> likelihoods)
    {
        Span<uint> room = stackalloc uint[StateFeatures.Max];
        var features = new FeatureList(room);
        StateFeatures.Collect(message, span, Spans.Labels[span.Kind], ref features);
        States.ScoreOne(features.Features, likelihoods);
    }

    /// <summary>How likely each label of a pair is.</summary>
    public void Score(ClaimMessage message, ClaimPair pair, Span<float> likelihoods)
    {
        Span<uint> room = stackalloc uint[PairFeatures.Max];
        var features = new FeatureList(room);
        PairFeatures.Collect(message, pair, Spans.Labels[pair.Span.Kind], ref features);
        Pairs.ScoreOne(features.Features, likelihoods);
    }
}
