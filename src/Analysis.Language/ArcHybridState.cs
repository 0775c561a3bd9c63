namespace Analysis.Language;

/// <summary>
/// A configuration of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez, Satta 2011): a stack, the next word, the arcs so far.
/// Words are numbered from 1; 0 stands for no word, and the artificial root comes after the last word.
/// </summary>
/// <remarks>
/// Left attaches the top of the stack to the next word, Right to the one below it. Only the last word on the stack may be attached to the
/// artificial root, so every run of 2n actions ends with a tree that has one root.
/// </remarks>
internal sealed class ArcHybridState
{
    private readonly ushort[] _stack;
    private readonly Node[] _nodes;
    private int _depth;

    public ArcHybridState(int maxWords)
    {
        _stack = new ushort[maxWords + 1];
        _nodes = new Node[maxWords + 2];
    }

    /// <summary>Arcs around one word; children are numbered like words.</summary>
    public struct Node
    {
        /// <summary>Hashes of the relations of the children on either side.</summary>
        public uint LeftRelations, RightRelations;

        public ushort Head;

        /// <summary>The outermost children on either side, and the next ones inwards.</summary>
        public ushort Left, InnerLeft, Right, InnerRight;

        public byte Relation, LeftCount, RightCount;
    }

    public int WordCount { get; private set; }

    /// <summary>The number of the artificial root.</summary>
    public int Root => WordCount + 1;

    public int Next { get; private set; }

    public int Depth => _depth;

    public bool IsFinal => Next == Root && _depth == 0;

    public bool CanShift => Next <= WordCount;

    /// <summary>Whether the top may be attached to the next word; to the artificial root only as the last one.</summary>
    public bool CanLeft => _depth > 0 && (Next <= WordCount || _depth == 1);

    public bool CanRight => _depth > 1;

    public ref readonly Node this[int word] => ref _nodes[word];

    /// <summary>The word <paramref name="below"/> places under the top of the stack; 0 when there is none.</summary>
    public int Stack(int below) => below < _depth ? _stack[_depth - 1 - below] : 0;

    /// <summary>The word <paramref name="ahead"/> places after the next one, the root included; 0 when there is none.</summary>
    public int Buffer(int ahead) => Next + ahead <= Root ? Next + ahead : 0;

    public void Start(int wordCount)
    {
        WordCount = wordCount;
        Next = 1;
        _depth = 0;
        Array.Clear(_nodes, 0, wordCount + 2);
    }

    /// <summary>Becomes a copy of another configuration of the same sentence.</summary>
    public void CopyFrom(ArcHybridState other)
    {
        // Words after the next one have no arcs yet, neither there nor here.
        Array.Copy(other._stack, _stack, other._depth);
        Array.Copy(other._nodes, _nodes, Math.Max(Next, other.Next) + 1);
        (Next, _depth) = (other.Next, other._depth);
    }

    public void Shift() => _stack[_depth++] = (ushort)Next++;

    public void Left(byte relation)
    {
        var child = _stack[--_depth];
        Attach(child, Next, relation);
        ref var head = ref _nodes[Next];
        head.InnerLeft = head.Left;
        head.Left = child;
        head.LeftCount++;
        head.LeftRelations = FeatureHash.Mix(head.LeftRelations, relation + 1u);
    }

    public void Right(byte relation)
    {
        var child = _stack[--_depth];
        var parent = _stack[_depth - 1];
        Attach(child, parent, relation);
        ref var head = ref _nodes[parent];
        head.InnerRight = head.Right;
        head.Right = child;
        head.RightCount++;
        head.RightRelations = FeatureHash.Mix(head.RightRelations, relation + 1u);
    }

    private void Attach(int child, int head, byte relation)
    {
        _nodes[child].Head = (ushort)head;
        _nodes[child].Relation = relation;
    }
}
