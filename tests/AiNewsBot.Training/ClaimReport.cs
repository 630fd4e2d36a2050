using AiNewsBot.Facts.Claims;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Propositions;

namespace AiNewsBot.Training;

/// <summary>How well claims are read from messages of authors that were left out of the training.</summary>
internal sealed class ClaimReport(QuestionReader reader, DateOnly today)
{
    private const int MaxWords = 60;

    private readonly Dictionary<string, (int Right, int Missed, int Invented, int Whole, int Count)> _ways = [];
    private readonly Dictionary<string, (int Right, int Count)> _stages = [];
    private readonly List<(AnnotatedClaim Claim, ClaimCandidate? Candidate, int Name)> _claims = [];

    /// <summary>Prints it for all authors together.</summary>
    /// <param name="rows">The annotated messages.</param>
    /// <param name="plain">Messages of plain clauses, which are trained on in any case.</param>
    /// <param name="isListed">Whether what is missed and invented is printed, message by message.</param>
    public void Print(IReadOnlyCollection<AnnotatedMessage> rows, IEnumerable<string> plain, bool isListed)
    {
        var texts = new ClaimMessageReader(reader, ClaimPhrases.Read(ClaimTrainer.Phrases(rows)));
        var read = rows.ToDictionary(row => row, row => texts.Read(row.M, today));
        var plainTexts = plain.Distinct().ToDictionary(message => message, message => texts.Read(message, today));
        foreach (var file in rows.Select(row => row.File).Distinct().ToArray())
        {
            var phrases = ClaimPhrases.Read(ClaimTrainer.Phrases(rows.Where(row => row.File != file)));
            var candidates = new ClaimCandidates(reader, phrases);
            ReadMessage[] messages = [.. rows.Select(row => new ReadMessage(row, read[row], candidates, today))];
            ReadMessage[] left = [.. messages.Where(message => message.Message.File == file)];
            var classifier = new ClaimClassifier(
                ClaimTrainer.Train([
                    .. messages.Where(message => message.Message.File != file),
                    .. plainTexts.Select(pair => new ReadMessage(pair.Key, pair.Value, candidates, reader.Facts, today)),
                ])
            );
            _claims.AddRange(left.SelectMany(message => message.Gold));
            foreach (var message in left)
                CountStages(message, classifier);
            ReadMessage[] known = [.. left.Where(IsKnown)];
            foreach (var min in new[] { 0.5f, 0.6f, 0.7f, 0.8f })
            {
                var learned = new ClaimReader(texts, candidates, classifier, reader.Facts) { MinLikelihood = min };
                Count($"learned, from {min} on", known, message => learned.Read(message.Message.M, today), isListed && min == 0.7f);
            }

            Count("rules of plain clauses", known, message => reader.Propositions.ReadMessage(message.Message.M, today), false);
        }

        foreach (var (way, (right, missed, invented, whole, count)) in _ways)
            Console.WriteLine(
                $"{way}: precision {100.0 * right / Math.Max(1, right + invented):F1}, recall {100.0 * right / (right + missed):F1}, "
                    + $"whole messages {whole} of {count} ({100.0 * whole / count:F1} %)"
            );
        foreach (var (stage, (right, count)) in _stages.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Console.WriteLine($"{stage}: {right} of {count} ({100.0 * right / count:F1} %)");
        Console.WriteLine(
            $"claims {_claims.Count}, without candidate {_claims.Count(one => one.Candidate is null)}, "
                + $"without name {_claims.Count(one => one.Name < 0)}"
        );
        if (isListed)
            PrintUnfound();
    }

    private void PrintUnfound()
    {
        foreach (var kind in _claims.Where(one => one.Candidate is null).GroupBy(one => one.Claim.Kind))
            Console.WriteLine(
                $"no candidate {kind.Key} {kind.Count()}: "
                    + string.Join(" | ", kind.Select(one => one.Claim.Words).Distinct().Take(MaxWords))
            );
        Console.WriteLine($"no name: {string.Join(" | ", _claims.Where(one => one.Name < 0).Select(one => one.Claim.Of).Distinct())}");
    }

    private void Count(string way, ReadMessage[] messages, Func<ReadMessage, IEnumerable<Proposition>> read, bool isListed)
    {
        var counts = _ways.GetValueOrDefault(way);
        foreach (var message in messages)
        {
            HashSet<string> found = [.. read(message).Select(Key)];
            var gold = Gold(message);
            string[] missed = [.. gold.Where(key => !found.Contains(key))];
            string[] invented = [.. found.Where(key => !gold.Contains(key))];
            counts = (
                counts.Right + gold.Count - missed.Length,
                counts.Missed + missed.Length,
                counts.Invented + invented.Length,
                counts.Whole + (missed.Length + invented.Length == 0 ? 1 : 0),
                counts.Count + 1
            );
            if (!isListed || missed.Length + invented.Length == 0)
                continue;
            Console.WriteLine($"[{message.Message.File}] {message.Message.M.Replace('\n', '/')}");
            foreach (var key in missed)
                Console.WriteLine($"   missed   {key}");
            foreach (var key in invented)
                Console.WriteLine($"   invented {key}");
        }

        _ways[way] = counts;
    }

    // Of models that are in no facts nothing can be said.
    private static bool IsKnown(ReadMessage message) =>
        message.Gold.TrueForAll(one => one.Name >= 0 && message.Text.Names[one.Name].Subject.Id != UnknownName.Id);

    // How often each of the two questions is answered rightly where the other is not asked.
    private void CountStages(ReadMessage message, ClaimClassifier classifier)
    {
        Span<int> buckets = stackalloc int[ClaimFeatures.Max];
        var objects = message.Objects();
        SubjectView? lastSubject = null;
        foreach (var candidate in message.Candidates)
        {
            var gold = message.Gold.Where(one => one.Candidate == candidate).ToArray();
            var answer =
                gold.Length == 0 ? "neither"
                : gold[0].Claim.Not ? "denied"
                : "said";
            var (said, denied) = classifier.GetClaimLikelihood(buckets[..message.Features.Collect(candidate, buckets)]);
            var read =
                said + denied < 0.5f ? "neither"
                : denied > said ? "denied"
                : "said";
            Add($"whether it is {answer}", read == answer);
            if (gold.Length == 0)
                continue;
            var isRight = true;
            for (var name = 0; name < message.Text.Names.Length; name++)
            {
                if (message.IsOf(candidate, gold, name) is { } isOf)
                    isRight &=
                        classifier.GetSubjectLikelihood(buckets[..message.Features.Collect(candidate, name, lastSubject, objects, buckets)])
                            >= 0.5f
                        == isOf;
            }

            Add("of which model", isRight);
            lastSubject = message.LastSubject(gold) ?? lastSubject;
        }

        void Add(string stage, bool isRight)
        {
            var (right, count) = _stages.GetValueOrDefault(stage);
            _stages[stage] = (right + (isRight ? 1 : 0), count + 1);
        }
    }

    private HashSet<string> Gold(ReadMessage message)
    {
        var keys = new HashSet<string>();
        foreach (var (claim, candidate, name) in message.Gold)
        {
            // What no facts can judge is not counted against a reader.
            if (name < 0 || claim.Kind is "other" or "promise" or "publisher")
                continue;
            if (candidate is null)
                keys.Add($"{message.Text.Names[name].Typed}: {claim.Kind} {claim.Words} {(claim.Not ? "not" : "")}");
            else if (ClaimReader.Create(message.Text, candidate, message.Text.Names[name], claim.Not, reader.Facts) is { } said)
                keys.Add(Key(said));
        }

        return keys;
    }

    private static string Key(Proposition said) =>
        $"{said.Subject.Id} {said.Releases}: {said.Says.Aspect} {said.Says.Term} {said.Says.Licence?.Id} {said.Says.Component} "
        + $"{said.Says.Maker?.Id} {said.Says.Base?.Id} {said.Says.Condition} {said.Says.Date?.Typed} "
        + $"{(said.Says.IsUnlimited ? "unlimited " : "")}{(said.Says.IsDenied ? "NOT" : "")}";
}
