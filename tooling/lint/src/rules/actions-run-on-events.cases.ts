import type { RuleCases } from '../rule-cases.ts';

const file = 'apps/web/src/features/posts/posts-list.tsx';
const head = `import { likePost } from '@repo/actions/posts/actions';\n`;
const inList = (code: string) => `${head}export function PostsList({ id }) { ${code} }`;

export const cases: RuleCases = {
  valid: [
    { file, code: inList('return <button onClick={() => likePost({ id })} />;') },
    {
      file,
      code: inList('const like = async () => { await likePost({ id }); }; return <B on={like} />;'),
    },
    {
      file,
      code: inList('async function like() { await likePost({ id }); } return <B on={like} />;'),
    },
    { file, code: inList('const like = useCallback(() => likePost({ id }), [id]); return like;') },
    {
      file,
      code: inList(
        'return <B on={() => startTransition(async () => { await likePost({ id }); })} />;',
      ),
    },
    {
      file,
      code: inList(
        'useEffect(() => { form.addEventListener("submit", () => likePost({ id })); });',
      ),
    },
    { file, code: inList('const form = useActionForm(likePost.bind(null, { id })); return form;') },
    { file, code: `${head}export async function like(id) { return likePost({ id }); }` },
    {
      file,
      code: `import { countPosts } from '@repo/db/queries/posts';\nexport const P = () => countPosts();`,
    },
    {
      file: 'apps/web/src/app/api/posts/route.ts',
      code: `${head}export async function PUT() { await likePost({}); }`,
    },
    { file: 'apps/web/src/posts.test.tsx', code: `${head}await likePost({});` },
  ],
  invalid: [
    {
      file,
      code: inList('const liked = likePost({ id }); return liked;'),
      says: '@repo/db/queries/*',
    },
    { file, code: inList('useEffect(() => { void likePost({ id }); }, [id]);'), says: 'onClick' },
    {
      file,
      code: inList(
        'useEffect(() => { const load = async () => { await likePost({ id }); }; void load(); }, []);',
      ),
    },
    {
      file,
      code: inList(
        'useEffect(() => { async function load() { await likePost({ id }); } void load(); }, []);',
      ),
    },
    {
      file,
      code: inList('React.useEffect(() => { (async () => { await likePost({ id }); })(); }, []);'),
    },
    { file, code: inList('useEffect(() => { startTransition(() => likePost({ id })); }, []);') },
    { file, code: inList('const post = use(likePost({ id })); return post;') },
    { file, code: inList('const [post] = useState(() => likePost({ id })); return post;') },
    { file, code: inList('return ids.map((one) => likePost({ id: one }));') },
    { file, code: `${head}export const Posts = async () => { await likePost({}); };` },
    {
      file,
      code: `${head}export default page(async function PostPage() { await likePost({}); });`,
    },
    { file, code: `${head}export default async function () { await likePost({}); }` },
    { file, code: `${head}export async function generateMetadata() { await likePost({}); }` },
    { file, code: `${head}const loaded = likePost({});` },
    { file, code: `import { load } from '../posts/actions.ts';\nconst loaded = load({});` },
  ],
};
