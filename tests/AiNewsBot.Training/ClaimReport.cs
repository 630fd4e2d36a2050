using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Claims;

namespace AiNewsBot.Training;

/// <summary>How well the claims of rows are read by a classifier that was trained without those of their author.</summary>
internal static class ClaimReport
{
    public static void Write(ClaimTrainingRow[] rows, ImmutableArray<string> kinds, bool lists)
    {
        var rules = new Tally();
        var whole = new Tally();
        foreach (var author in rows.GroupBy(row => row.Author))
        {
            var classifier = ClaimTrainer.Train([.. rows.Where(row => row.Author != author.Key)], kinds);
            foreach (var row in author)
            {
                var marked = row.Claims.Select(claim => new Said(
                    claim.Named is { } name ? IdOf(row, name) : "",
                    claim.Kind,
                    claim.IsDenied
                ));
                var (ruled, learned) = ClaimReader.Select(row.Message, classifier);
                rules.Add(marked, row.Message.Rules.Select(Of));
                var read = ruled
                    .Select(Of)
                    .Concat(learned.Select(one => new Said(IdOf(row, one.Pair.Name), kinds[one.Pair.Span.Kind], one.IsDenied)));
                whole.Add(marked, read);
                if (lists)
                    List(row, [.. marked], [.. read]);
            }
        }

        Console.WriteLine($"leave one author out, {rows.Length} messages: by rules alone {rules}; as read {whole}");
    }

    private static void List(ClaimTrainingRow row, ImmutableArray<Said> marked, ImmutableArray<Said> read)
    {
        foreach (var said in marked.Except(read))
            Console.WriteLine($"  missed {said}: {row.Text.ReplaceLineEndings("\\n")}");
        foreach (var said in read.Except(marked))
            Console.WriteLine($"  invented {said}: {row.Text.ReplaceLineEndings("\\n")}");
    }

    private static Said Of(AiNewsBot.Facts.Questions.Proposition rule) =>
        ClaimKinds.Of(rule.Says) is var (kind, isDenied) ? new Said(rule.Subject.Id, kind, isDenied) : default;

    private static string IdOf(ClaimTrainingRow row, int name) =>
        row.Message.Names[name].Named?.Subject.Id ?? row.Message.Names[name].Typed.ToLowerInvariant();

    private readonly record struct Said(string Name, string Kind, bool IsDenied);

    private sealed class Tally
    {
        private int _messages;
        private int _whole;
        private int _safe;
        private int _right;
        private int _missed;
        private int _invented;

        public void Add(IEnumerable<Said> marked, IEnumerable<Said> read)
        {
            var (gold, found) = (marked.ToHashSet(), read.ToHashSet());
            var invented = found.Except(gold).Count();
            var missed = gold.Except(found).Count();
            _messages++;
            _whole += invented + missed == 0 ? 1 : 0;
            _safe += invented == 0 ? 1 : 0;
            _right += gold.Count - missed;
            _missed += missed;
            _invented += invented;
        }

        public override string ToString() =>
            $"{Percent(_whole, _messages)} of messages whole, {Percent(_safe, _messages)} with nothing invented, "
            + $"{Percent(_right, _right + _missed)} of claims found, {Percent(_right, _right + _invented)} of those read right";

        private static string Percent(int part, int of) =>
            string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / Math.Max(1, of):0.0} %");
    }
}
