using Spectre.Console;
using Spectre.Console.Rendering;

namespace AiNewsBot.Cli;

/// <summary>An address on a line of its own, which the terminal may break and this does not; a link where the terminal has links.</summary>
internal sealed class AddressLine(string address) : Renderable
{
    private const string Indent = "    ";

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
        [new Segment(Indent), new Segment(address, new Style(decoration: Decoration.Underline), new Link(address)), Segment.LineBreak];
}
